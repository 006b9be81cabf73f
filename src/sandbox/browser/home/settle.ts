import { announce } from '../announce';
import { find } from '../element';

/** Settles the payment that a button names, or all of them if it names none. */
export async function settle({ dataset }: HTMLElement): Promise<void> {
  const mchOrderNo = dataset.settle;
  const isSettled = await ask(mchOrderNo);
  announce(isSettled ? `Settled ${mchOrderNo || 'all payments'}` : 'This could not be settled');
  // The button is about to go: whoever came by keyboard goes on in the list.
  if (isSettled) find('[data-rows="orders"]').focus();
}

async function ask(mchOrderNo: string | undefined): Promise<boolean> {
  try {
    const response = await fetch('/_sandbox/settle', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(mchOrderNo ? { mchOrderNo } : {}),
    });
    return response.ok;
  } catch {
    return false;
  }
}
