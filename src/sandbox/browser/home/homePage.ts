import { copy } from './copy';
import { drawRow } from './drawRow';
import { find } from '../element';
import { describeOrders, type ListedOrder, type Row } from './homeRows';
import { describeNotification, type ListedNotification } from './notificationRows';
import { settle } from './settle';

const refreshMs = 2000;

/** Each control call answers with one of them. */
interface Lists {
  orders?: ListedOrder[];
  notifications?: ListedNotification[];
}

/**
 * Keeps one list up to date; it is drawn anew only when it has changed, so that nothing flickers, and a button in it that had the
 * focus has it again.
 *
 * @returns brings it up to date at once
 */
function watch(name: keyof Lists, describe: (lists: Lists) => Row[]): () => Promise<void> {
  let shown = '';
  const refresh = async () => {
    const response = await fetch(`/_sandbox/${name}`);
    const text = await response.text();
    if (text === shown) return;
    shown = text;
    const rows = describe(JSON.parse(text) as Lists);
    const list = find(`[data-rows="${name}"]`);
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...rows.map(drawRow));
    if (focused instanceof HTMLElement && focused !== list) {
      const same = [...list.querySelectorAll('button')].find(
        ({ dataset }) => dataset.settle === focused.dataset.settle,
      );
      (same ?? list).focus();
    }
    list.hidden = rows.length === 0;
    find(`[data-empty="${name}"]`).hidden = rows.length > 0;
    find(`[data-count="${name}"]`).textContent = rows.length > 0 ? String(rows.length) : '';
    if (name === 'orders') find('.settle-all').hidden = !rows.some((row) => row.settle);
  };
  const update = async () => {
    let reachable = true;
    try {
      await refresh();
    } catch {
      reachable = false;
    }
    document.documentElement.dataset.reachable = String(reachable);
  };
  const loop = async () => {
    if (!document.hidden) await update();
    setTimeout(() => void loop(), refreshMs);
  };
  void loop();
  return update;
}

document.addEventListener('DOMContentLoaded', () => {
  const refreshOrders = watch('orders', ({ orders = [] }) => describeOrders(orders));
  watch('notifications', ({ notifications = [] }) => notifications.map(describeNotification));
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.dataset.copy !== undefined) void copy(button);
    if (button?.dataset.settle !== undefined) void settle(button).then(refreshOrders);
  });
});
