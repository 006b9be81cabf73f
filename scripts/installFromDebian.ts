import type { BrowserMachine } from './machine.ts';

/** Whether packages can be installed here without asking anybody. */
export function hasApt(machine: BrowserMachine): boolean {
  return machine.platform === 'linux' && machine.isRoot && machine.isExecutable('/usr/bin/apt-get');
}

/** Whether apt-get could refresh its lists, which a new machine lacks. */
export function updateApt(machine: BrowserMachine): Promise<boolean> {
  return machine.run('apt-get', ['update']);
}

/** Whether apt-get could install the package. */
export function installPackage(machine: BrowserMachine, name: string): Promise<boolean> {
  return machine.run('apt-get', ['install', '-y', name]);
}
