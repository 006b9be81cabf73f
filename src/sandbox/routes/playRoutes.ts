import type { Hono } from 'hono';
import { testCards } from '../cards/testCards';
import type { ConsoleCard } from '../consoleApi/state';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import { launchSchema, playSchema, recordSchema, seedSchema } from '../control/schemas';
import type { SandboxEnv } from '../readJson';
import { controlGroup, readCommand } from './answering';

const cards: readonly ConsoleCard[] = testCards.map(({ number, brand, channel, title, behaviour }) => ({
  number,
  brand,
  channel,
  title,
  behaviour,
}));

/** The calls for a visitor without a shop, and for tests: payments, seeds and scenarios. */
export function playRoutes(commands: SandboxConsole): Hono<SandboxEnv> {
  const routes = controlGroup();
  routes.get('/cards', (context) => context.json({ cards }));
  routes.get('/snippets', (context) => context.json(commands.snippets()));
  routes.post('/launch', async (context) =>
    context.json(await commands.launch(await readCommand(context, launchSchema))),
  );
  routes.post('/seed', async (context) => {
    const { text } = await readCommand(context, seedSchema);
    return context.json({ mchOrderNos: commands.seed(text) });
  });
  routes.get('/scenarios', (context) => context.json({ scenarios: commands.scenarios() }));
  routes.post('/play', async (context) => {
    const { scenario, ...options } = await readCommand(context, playSchema);
    return context.json(await commands.play(scenario, options));
  });
  routes.post('/recording', async (context) => {
    const { name } = await readCommand(context, recordSchema);
    commands.record(name);
    return context.json({ isRecording: true });
  });
  routes.delete('/recording', (context) => context.json(commands.stopRecording()));
  return routes;
}
