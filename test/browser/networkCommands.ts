import type { BrowserCommandContext } from 'vitest/node';

/** The network problems between the customer and IOTPay's script. */
export type ScriptFault =
  | 'blocked by an extension'
  | 'without DNS'
  | 'offline'
  | 'not found'
  | 'unavailable'
  | 'an HTML page'
  | 'an empty file'
  | 'a hang';

type Route = Parameters<Parameters<BrowserCommandContext['context']['route']>[1]>[0];

/** The present problem of a script's requests, and the ends of those that hang. */
interface Line {
  fault?: ScriptFault;
  times: number;
  hang: Promise<'arrive' | 'fail'>;
  endHang: (how: 'arrive' | 'fail') => void;
}

/** One for each test run: both versions of React have one at the same time. */
const lines = new WeakMap<BrowserCommandContext['context'], Line>();

const faults: Record<Exclude<ScriptFault, 'a hang'>, (route: Route) => Promise<void>> = {
  'blocked by an extension': (route) => route.abort('blockedbyclient'),
  'without DNS': (route) => route.abort('namenotresolved'),
  offline: (route) => route.abort('internetdisconnected'),
  'not found': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' }),
  unavailable: (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'Unavailable' }),
  'an HTML page': (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'x-content-type-options': 'nosniff' },
      body: '<p>',
    }),
  'an empty file': (route) => route.fulfill({ contentType: 'text/javascript', body: '' }),
};

async function answer(route: Route, line: Line): Promise<void> {
  const { fault, hang } = line;
  if (!fault || line.times-- <= 0) return route.continue();
  if (fault !== 'a hang') return faults[fault](route);
  return (await hang) === 'arrive' ? route.continue() : route.abort('timedout');
}

/** Spoils the answer to a script's requests: all from now on, or the first `times`. */
export async function spoil(
  { page, context }: BrowserCommandContext,
  url: string,
  fault: ScriptFault,
  times = Infinity,
): Promise<void> {
  let endHang: Line['endHang'] = () => undefined;
  const hang = new Promise<'arrive' | 'fail'>((end) => (endHang = end));
  const known = lines.get(context);
  const line = Object.assign(known ?? {}, { fault, times, hang, endHang });
  if (known) return;
  lines.set(context, line);
  // It stays for good: a request must never slip by while the browser's interception is switched on or off.
  await page.route(`${url}*`, (route) => answer(route, line));
}

/** Requests go through again, and those that hang fail. */
export async function mend({ context }: BrowserCommandContext): Promise<void> {
  const line = lines.get(context);
  delete line?.fault;
  line?.endHang('fail');
}

/** Lets hanging requests arrive after all, also those that come later. */
export async function release({ context }: BrowserCommandContext): Promise<void> {
  lines.get(context)?.endHang('arrive');
}
