import { vi } from 'vitest';
import type { PageUnderTest } from '../page/openPage';
import { passTime } from '../page/pageClock';

const isPending = ({ answer, signal }: PageUnderTest['evidence']['server']['requests'][number]) =>
  !answer && !signal.aborted;

/** Ends a history: everything is unmounted, then all that hangs is settled; throws if anything is left behind. */
export async function checkLeftovers(page: PageUnderTest): Promise<void> {
  const { evidence } = page;
  const { sdk, server, script, touched, violations, log } = evidence;
  log.push('* everything is unmounted');
  await page.unmount();
  // The wait for a form is over by then; that for the shop's server may not be.
  await page.perform(() => passTime(16_000));

  const parked = sdk.forms.filter(({ frame }) => frame?.isConnected);
  for (const { payment } of parked)
    if (!evidence.canMove || !touched.has(payment))
      violations.push(`the form of ${payment} was left on the page`);
  // A form in use went with its component where the browser can't move it. That it may be kept no longer than 15 minutes is still timed.
  const inUse = evidence.canMove ? parked.length : touched.size;
  const reasons = inUse + server.requests.filter(isPending).length + (script.isLoading ? 1 : 0);
  if (vi.getTimerCount() > reasons)
    violations.push(`${vi.getTimerCount()} timers run where at most ${reasons} have a reason`);

  log.push('* all that hangs is settled');
  await page.perform(() => {
    script.setNetwork('works');
    for (const request of server.requests) if (!request.answer) server.answer(request, 'secureId');
    for (const form of sdk.forms) if (!sdk.outcomes.has(form.payment)) sdk.callBack(form, 'declined');
  });
  await page.perform(() => passTime(1000));
  const left = document.querySelectorAll('body iframe, body > :not(main)').length;
  if (left) violations.push(`${left} elements were left behind: ${document.body.innerHTML}`);
  for (const { host, payment } of sdk.forms)
    if (host.isConnected) violations.push(`the element of ${payment} was left behind`);
  if (vi.getTimerCount())
    violations.push(`${vi.getTimerCount()} timers still run when nothing is left to do`);
}
