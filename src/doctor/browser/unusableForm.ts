import type { IotPayFactory } from '../../contract/sdk';
import { createPlace, openForm, pause, waitForFrame } from './forms';
import { askPerson } from './person';

type Shows = 'no frame' | 'nothing' | 'error' | 'form' | undefined;

/** Opens a form with a `secureId` that can't be used: what does it tell by itself, and what does the person see? */
export async function tryUnusable(
  iotpay: IotPayFactory,
  secureId: string,
  title: string,
  waitMs: number,
): Promise<{ calls: 'nothing' | 'SUCCESS' | 'FAIL'; shows?: Shows }> {
  const form = openForm(iotpay, secureId, createPlace(title));
  const isThere = await waitForFrame(form.place, waitMs);
  await pause(waitMs);
  const shows = isThere ? await look(title) : 'no frame';
  return { calls: resultOf(form.events[0]), ...(shows !== undefined && { shows }) };
}

function look(title: string): Promise<Shows> {
  return askPerson<Shows>(`Look at the frame below “${title}”, at the end of this page. What does it show?`, [
    ['Nothing', 'nothing'],
    ['An error message', 'error'],
    ['A form for a card', 'form'],
    ["I can't tell", undefined],
  ]);
}

/** Reads an event. An older release of the script put `retCode` at the top. */
function resultOf(event: object | undefined): 'nothing' | 'SUCCESS' | 'FAIL' {
  if (!event) return 'nothing';
  const { result, retCode } = event as { result?: unknown; retCode?: unknown };
  return (result ?? retCode) === 'SUCCESS' ? 'SUCCESS' : 'FAIL';
}
