import { Hono, type Context } from 'hono';
import type { IotPayMode } from '../../contract/sdk';
import { scriptPath } from '../../contract/urls';
import { asRecord, textOf } from '../../contract/wire';
import { cardFields, type CardEntry } from '../cardRules/cardEntry';
import { chooseLanguage } from '../browser/languages/say';
import { maskValue } from '../events/maskWire';
import type { Gateway } from '../gateway';
import { scriptLike } from '../likeness/scriptLike';
import { readJson, type SandboxEnv } from '../readJson';
import { acceptedLanguages } from './acceptedLanguages';
import { assets } from './assets';
import { cardPageHtml, type CardPage } from './cardPageHtml';
import { consolePageHtml } from './consolePageHtml';
import { openCardPage } from './openCardPage';

const own = "script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const consolePolicy = `default-src 'none'; ${own}; img-src data:; frame-ancestors 'none'`;
/** The shop may give the button a background image of its own, and it is the shop that frames the page. */
const cardPolicy = `default-src 'none'; ${own}; img-src http: https: data:`;

function readCard(value: unknown): CardEntry {
  const given = asRecord(value);
  const card = { number: '', holder: '', expiry: '', code: '' };
  for (const field of cardFields) card[field] = (textOf(given[field]) ?? '').slice(0, 100);
  return card;
}

/** The hosted script calls back twice at most. */
const mostEvents = 10;

/** Everything that the customer's browser asks for. */
export function pageRoutes(gateway: Gateway, plain: boolean): Hono<SandboxEnv> {
  const { journal, sessions, credentials } = gateway;
  const routes = new Hono<SandboxEnv>();

  /** The order that a card page is for. */
  const orderOf = (key: string) => {
    const purpose = sessions.find(key)?.purpose;
    return purpose?.mode === 'Pay' ? { mchOrderNo: purpose.entry.order.mchOrderNo } : {};
  };

  for (const [path, { type, text }] of Object.entries(assets)) {
    const body = path === scriptPath ? scriptLike(text, gateway.behaviour) : text;
    routes.get(path, (context) => context.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` }));
  }

  const consolePage = (context: Context<SandboxEnv>) => {
    context.header('Content-Security-Policy', consolePolicy);
    return context.html(consolePageHtml());
  };
  routes.get('/', consolePage);
  routes.get('/orders/:mchOrderNo', consolePage);

  const cardPage = (context: Context<SandboxEnv>, mode: IotPayMode, integration: CardPage['integration']) => {
    const language = chooseLanguage(acceptedLanguages(context.req.header('Accept-Language')));
    const { key = '', card } = context.req.query();
    const page = openCardPage(gateway, { key, mode, integration, language, plain, card });
    const dead = page.data.finished?.title;
    const about = { ...orderOf(key), mode, integration };
    journal.append({ type: 'form', ...about, ...(dead !== undefined && { dead }) });
    context.header('Content-Security-Policy', cardPolicy);
    return context.html(cardPageHtml(page), page.data.finished ? 410 : 200);
  };
  routes.get('/cc/frame', (context) =>
    cardPage(context, context.req.query('mode') === 'Add' ? 'Add' : 'Pay', 'frame'),
  );
  routes.get('/cc/purchase', (context) => cardPage(context, 'Pay', 'page'));
  routes.get('/cc/addcard', (context) => cardPage(context, 'Add', 'page'));

  routes.post('/cc/submit', async (context) => {
    const { key, card } = asRecord(await readJson(context));
    return context.json(await gateway.cashier.submit(textOf(key) ?? '', readCard(card)));
  });
  routes.post('/cc/told', async (context) => {
    const { key, integration, events } = asRecord(await readJson(context));
    const told = Array.isArray(events) ? events.slice(0, mostEvents) : [];
    const shown = maskValue(told, credentials.merchantKey) as unknown[];
    const place = integration === 'page' ? 'page' : 'frame';
    journal.append({ type: 'callback', ...orderOf(textOf(key) ?? ''), integration: place, events: shown });
    return context.body(null, 204);
  });
  routes.post('/cc/poll', async (context) => {
    const { key } = asRecord(await readJson(context));
    return context.json(await gateway.cashier.poll(textOf(key) ?? ''));
  });
  return routes;
}
