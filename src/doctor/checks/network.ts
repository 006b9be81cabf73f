import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { type WebFailure, webFailure } from '../http/webFailure';
import { type Finding, failed, passed, unknown } from '../finding';
import type { GatewaySettings } from '../settings';

/** Whether the gateway's name has an address. */
export async function checkDns({ baseUrl }: Pick<GatewaySettings, 'baseUrl'>): Promise<Finding> {
  const { hostname } = new URL(baseUrl);
  const bare = hostname.replace(/^\[|]$/g, '');
  if (isIP(bare)) return passed('dns', `${bare} is an address itself.`);
  try {
    const found = await lookup(bare, { all: true });
    return passed('dns', `${bare} has ${found.length} address${found.length === 1 ? '' : 'es'}.`);
  } catch (error) {
    return failed(
      'dns',
      'dns_failed',
      `${bare}: ${webFailure(error).message}.`,
      'Check the name, and the DNS server of this machine or container.',
    );
  }
}

const fewDays = 14;

/** Whether this machine trusts the gateway's certificate. */
export async function checkTls({
  baseUrl,
  timeoutMs,
}: Pick<GatewaySettings, 'baseUrl' | 'timeoutMs'>): Promise<Finding> {
  const url = new URL(baseUrl);
  if (url.protocol === 'http:') return passed('tls', 'None is needed on this computer.');
  const result = await shakeHands(url, timeoutMs);
  if ('failure' in result) {
    const { kind, message } = result.failure;
    if (kind !== 'certificate') return unknown('tls', `There is no connection to look at: ${message}.`);
    return failed(
      'tls',
      'tls_wrong',
      `${url.host}: ${message}.`,
      'Is the address right, the clock of this machine, and its list of certificate authorities? A company proxy that reads TLS needs its certificate in NODE_EXTRA_CA_CERTS.',
    );
  }
  const days = Math.floor((Date.parse(result.validTo) - Date.now()) / 86_400_000);
  const text = `${result.protocol}, a trusted certificate for ${days} more days.`;
  return days < fewDays
    ? unknown('tls', text, 'It ends soon: look again in a few days.')
    : passed('tls', text);
}

function shakeHands(
  { hostname, port }: URL,
  timeoutMs: number,
): Promise<{ protocol: string; validTo: string } | { failure: WebFailure }> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|]$/g, '');
    const socket = connect({ host, port: Number(port || 443), ...(!isIP(host) && { servername: host }) });
    const end = (result: Awaited<ReturnType<typeof shakeHands>>) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(timeoutMs, () => end({ failure: webFailure({ code: 'ETIMEDOUT' }) }));
    socket.once('error', (error) => end({ failure: webFailure(error) }));
    socket.once('secureConnect', () =>
      end({ protocol: socket.getProtocol() ?? 'TLS', validTo: socket.getPeerCertificate().valid_to }),
    );
  });
}
