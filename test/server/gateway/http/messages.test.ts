import { describe, expect, it } from 'vitest';
import { freePort } from '../../../../scripts/freePort';
import { clientOf, failureOf, merchantKey, startGateway } from '../gatewayDouble';

/** The message of a question to this address, asked once. */
async function messageOf(baseUrl: string, fetch?: typeof globalThis.fetch): Promise<string> {
  const iotpay = clientOf(baseUrl, { fetch, readRetries: { count: 0 } });
  return (await failureOf(iotpay.query({ mchOrderNo: 'A-1' }))).message;
}

const failingWith = (cause: object) => () => Promise.reject(new TypeError('fetch failed', { cause }));

describe('an error about the connection', () => {
  it('asks whether the sandbox is running when nothing listens on this machine', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await messageOf(url)).toBe(
      `Nothing listens at ${url}: is the sandbox running? \`npx iotpay sandbox\` starts it.`,
    );
  });

  it.each([
    ['as Bun says it', { code: 'ConnectionRefused' }],
    ['for each address of localhost', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })],
  ])('asks so too when the connection is refused %s', async (_, cause) => {
    expect(await messageOf('http://localhost:4242/', failingWith(cause))).toMatch(
      /^Nothing listens at http:\/\/localhost:4242: is the sandbox running\?/,
    );
  });

  it('names the host, and no sandbox, where the connection to another machine fails', async () => {
    const message = await messageOf('https://gateway.example/v3', failingWith({ code: 'ECONNREFUSED' }));
    expect(message).toMatch(/^The connection to https:\/\/gateway\.example failed\./);
    expect(message).not.toContain('sandbox');
  });

  it('names the host where a connection on this machine breaks', async () => {
    const gateway = await startGateway((response) => response.destroy());
    expect(await messageOf(gateway.url)).toContain(`The connection to ${gateway.url} failed.`);
  });
});

describe('an error about the HTTP status', () => {
  it('names the URL of a 404', async () => {
    const gateway = await startGateway((response) => response.writeHead(404).end());
    expect(await messageOf(`${gateway.url}/iotpay`)).toBe(
      `The gateway's answer has HTTP status 404 at ${gateway.url}/iotpay/v3/cc_query, ` +
        'so environment.baseUrl is probably wrong.',
    );
  });

  it('shows no secret that the URL holds', async () => {
    const gateway = await startGateway((response) => response.writeHead(404).end());
    const message = await messageOf(`${gateway.url}/${merchantKey}/${'ab'.repeat(16)}`);
    expect(message).toContain('404');
    expect(message).toContain('/[hidden]/[hidden]/v3/cc_query');
  });
});
