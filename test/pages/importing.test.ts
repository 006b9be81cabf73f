import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

/**
 * What a plain Node that imports a file of the built package is asked for of a browser's globals. React comes first:
 * it looks around by itself.
 */
function touchedByImporting(statement: string): unknown {
  const program = `
    import 'react';
    import 'react-dom';
    import { createRequire } from 'node:module';
    const require = createRequire(${JSON.stringify(pathToFileURL(`${process.cwd()}/package.json`).href)});
    const touched = [];
    for (const name of ['window', 'document', 'location', 'navigator', 'localStorage', 'addEventListener', 'fetch', 'setTimeout', Symbol.for('react-iotpay')]) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(String(name)) });
    }
    const { IotPayCard, loadIotPayScript } = ${statement};
    console.log(JSON.stringify({ touched, exports: [typeof IotPayCard, typeof loadIotPayScript] }));
  `;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }),
  );
}

it.each(["await import('./dist/index.js')", "require('./dist/index.cjs')"])(
  'touches nothing of a browser’s when it is imported in Node: %s',
  (statement) => {
    expect(touchedByImporting(statement)).toEqual({ touched: [], exports: ['object', 'function'] });
  },
);
