import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../installedShop';
import { ownMachine, startNode, type RecipePlace, type RunningShop } from './recipeShop';

const build = resolve('node_modules/@react-router/dev/bin.js');
const serve = resolve('node_modules/@react-router/serve/bin.js');

/** Builds the React Router recipe, and serves it as React Router's own template does. */
export async function startReactRouter(place: RecipePlace): Promise<RunningShop> {
  const cwd = join(place.shop.root, 'reactRouter');
  // The build looks here for the runtime that it is for.
  const dependencies = { '@react-router/node': '*', isbot: '*', react: '*', 'react-router': '*' };
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  await run(process.execPath, [build, 'build'], { cwd, env: ownMachine });
  return startNode([serve, 'build/server/index.js'], cwd, place);
}
