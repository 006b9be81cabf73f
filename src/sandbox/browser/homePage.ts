import {
  describeNotification,
  describeOrder,
  type ListedNotification,
  type ListedOrder,
  type Row,
} from './homeRows';

const refreshMs = 2000;

/** Each control call answers with one of them. */
interface Lists {
  orders?: ListedOrder[];
  notifications?: ListedNotification[];
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The sandbox's page has no ${selector}`);
  return element;
}

function create(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function drawRow({ title, amount, badge, tone, details }: Row): HTMLElement {
  const row = create('li', 'row', '');
  const state = create('span', 'badge', badge);
  state.dataset.tone = tone;
  const head = create('div', 'row-head', '');
  head.append(create('code', 'row-title', title), create('span', 'row-amount', amount), state);
  row.append(head, create('p', 'row-details', details));
  return row;
}

/** Keeps one list up to date; it is drawn anew only when it has changed, so that nothing flickers. */
function watch(name: keyof Lists, describe: (lists: Lists) => Row[]): void {
  let shown = '';
  const refresh = async () => {
    const response = await fetch(`/_sandbox/${name}`);
    const text = await response.text();
    if (text === shown) return;
    shown = text;
    const rows = describe(JSON.parse(text) as Lists).map(drawRow);
    find(`[data-rows="${name}"]`).replaceChildren(...rows);
    find(`[data-empty="${name}"]`).hidden = rows.length > 0;
    find(`[data-count="${name}"]`).textContent = rows.length > 0 ? String(rows.length) : '';
  };
  const loop = async () => {
    let reachable = true;
    try {
      if (!document.hidden) await refresh();
    } catch {
      reachable = false;
    }
    document.documentElement.dataset.reachable = String(reachable);
    setTimeout(() => void loop(), refreshMs);
  };
  void loop();
}

async function copy(button: HTMLElement): Promise<void> {
  const label = button.querySelector('span');
  const announcement = find('[data-part="announcement"]');
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    announcement.textContent = 'Copied';
  } catch {
    announcement.textContent = 'Copying is not allowed here';
  }
  if (!label) return;
  label.textContent = announcement.textContent === 'Copied' ? 'Copied' : 'Blocked';
  setTimeout(() => {
    label.textContent = 'Copy';
    announcement.textContent = '';
  }, 1500);
}

document.addEventListener('DOMContentLoaded', () => {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
    if (button) void copy(button);
  });
  watch('orders', ({ orders = [] }) => orders.map(describeOrder));
  watch('notifications', ({ notifications = [] }) => notifications.map(describeNotification));
});
