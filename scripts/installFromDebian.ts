import type { Machine } from './machine.ts';

/** Whether packages can be installed here without a password. */
export function hasApt(machine: Machine): boolean {
  return machine.platform === 'linux' && machine.isRoot && machine.isExecutable('/usr/bin/apt-get');
}

/** Whether apt-get could refresh its lists, which a new machine lacks. */
export function updateApt(machine: Machine): Promise<boolean> {
  return machine.run('apt-get', ['update']);
}

/** Whether apt-get could install the package. */
export function installPackage(machine: Machine, name: string): Promise<boolean> {
  return machine.run('apt-get', ['install', '-y', name]);
}
