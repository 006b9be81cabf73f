import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { IotPayError } from '../../contract/error';
import type { SandboxUrls } from '../shop/launchPayment';
import { createTrust, type Trust } from './trust';

/** Who can reach the sandbox; without any of it, only this computer. */
export interface NetworkOptions {
  /**
   * The address to listen on, e.g. `0.0.0.0` for all: for a phone on the same network, or in a container. Anybody there can then use
   * the sandbox, which takes the word of everyone who knows its published key.
   */
  readonly host?: string | undefined;
  /**
   * Hosts beside this computer: the sandbox answers to these names, takes calls from their pages, and sends notifications to them. With
   * `host`, this computer's own addresses are among them.
   */
  readonly trust?: readonly string[] | undefined;
  /** Where browsers find it, e.g. `http://localhost:4242` where a container's port is published: what `redirectUrl` begins with. */
  readonly publicUrl?: string | undefined;
}

export interface Network {
  readonly host: string;
  readonly trust: Trust;
  readonly publicUrl: string | undefined;
}

const loopback = '127.0.0.1';
const everywhere = ['0.0.0.0', '::'];

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** @throws IotPayError `invalid_config` */
export function readNetwork({ host = loopback, trust = [], publicUrl }: NetworkOptions): Network {
  if (!isIP(host)) {
    throw new IotPayError(
      'invalid_config',
      'host is an address of this computer, e.g. 0.0.0.0 for all of them.',
    );
  }
  if (publicUrl !== undefined && !/^https?:\/\/[^/]+$/.test(publicUrl)) {
    throw new IotPayError('invalid_config', 'publicUrl is an origin such as http://localhost:4242.');
  }
  const own = everywhere.includes(host) ? ownAddresses() : [host];
  const named = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const isOpen = host !== loopback && host !== '::1';
  const names = isOpen ? [...own, ...trust, ...named] : [...trust, ...named];
  const others = names.filter((name) => name !== 'localhost' && name !== loopback);
  return {
    host,
    trust: createTrust(others.map((name) => (isIP(name) === 6 ? `[${name}]` : name))),
    publicUrl,
  };
}

/** Where the sandbox is, once its port is known. */
export function urlsOf({ host, publicUrl }: Network, port: number): SandboxUrls {
  const isEverywhere = everywhere.includes(host);
  const own = isEverywhere ? loopback : host;
  const local = `http://${isIP(own) === 6 ? `[${own}]` : own}:${port}`;
  const [first] = isEverywhere ? ownAddresses() : [];
  return { local, public: publicUrl ?? (first === undefined ? local : `http://${first}:${port}`) };
}
