import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { freePort } from '../../../scripts/freePort';
import { settingsFor, startProgram, type RecipePlace, type RunningShop } from './recipeShop';

/** As Cloudflare's own tool bundles a Worker: its Node modules are those of the flag `nodejs_compat`. */
async function bundleWorker(root: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'worker.ts')],
    outfile: join(root, 'worker.bundle.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', 'pg-native'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire('/worker.js');`,
    },
  });
}

const text = (value: string) => JSON.stringify(value);

/** What `wrangler` would write: a Worker behind a socket, its variables, and a Hyperdrive binding to a Postgres. */
function configFor(bundle: string, port: number, database: URL, variables: Record<string, string>): string {
  const bindings = Object.entries(variables).map(
    ([name, value]) => `(name = ${text(name)}, text = ${text(value)})`,
  );
  return `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "shop", worker = .shop),
    (name = "internet", network = (allow = ["private", "public"])),
    (name = "postgres", external = (address = ${text(database.host)}, tcp = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "shop")],
);
const shop :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed ${text(bundle)})],
  compatibilityDate = "2025-11-01",
  compatibilityFlags = ["nodejs_compat"],
  bindings = [
    (name = "HYPERDRIVE", hyperdrive = (designator = "postgres", database = "postgres", user = "postgres",
      password = "postgres", scheme = "postgres")),
    ${bindings.join(',\n    ')},
  ],
);`;
}

/** The program of Cloudflare's runtime for this machine. */
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string };

/** Cloudflare's runtime with the Worker of the recipe in it, on this Postgres. */
export async function startWorker(
  { shop: { root }, sandbox }: Pick<RecipePlace, 'shop' | 'sandbox'>,
  databaseUrl: string,
): Promise<RunningShop> {
  const port = await freePort();
  await bundleWorker(root);
  const config = join(root, 'worker.capnp');
  const variables = settingsFor(`http://localhost:${port}`, sandbox);
  await writeFile(config, configFor('worker.bundle.js', port, new URL(databaseUrl), variables));
  return startProgram([workerd, 'serve', config], { cwd: root, port, env: {} });
}
