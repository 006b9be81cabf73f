import { create } from '../element';
import type { Row } from './homeRows';

export function drawRow({ title, amount, badge, tone, details, settle }: Row): HTMLElement {
  const row = create('li', 'row', '');
  const state = create('span', 'badge', badge);
  state.dataset.tone = tone;
  const head = create('div', 'row-head', '');
  head.append(create('code', 'row-title', title), create('span', 'row-amount', amount), state);
  const foot = create('div', 'row-foot', '');
  foot.append(create('p', 'row-details', details));
  if (settle !== undefined) foot.append(settleButton(settle));
  row.append(head, foot);
  return row;
}

function settleButton(mchOrderNo: string): HTMLElement {
  const button = create('button', 'small-button', 'Settle');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `Settle ${mchOrderNo}`);
  button.dataset.settle = mchOrderNo;
  return button;
}
