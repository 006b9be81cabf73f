import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/findBrowser';
import { measureCycles } from './cycles';
import { tableOf, type Figure } from './figure';
import { measureMountTime } from './mountTime';
import { measureRerenderTime } from './rerenderTime';
import { measureRerenders } from './rerenders';
import { measureSize } from './size';
import { measureStrictMode } from './strictMode';
import { measureTimeToForm } from './timeToForm';

// This is a measurement, not a test. A missed aim is shown, and the exit code stays 0.
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const isJson = process.argv.includes('--json');
const figures: Figure[] = [];

function add(more: readonly Figure[]): void {
  figures.push(...more);
  if (!isJson) for (const figure of more) console.log(tableOf(figure));
}

if (!isJson) console.log(`Chromium ${browser.version()}. Medians, and the 5th to the 95th percentile.\n`);
add([await measureSize()]);
add(await measureRerenders(browser));
add([await measureRerenderTime(browser, 'Hoisted'), await measureRerenderTime(browser, 'Inline')]);
add([await measureMountTime(browser)]);
add(await measureCycles(browser));
add(await measureStrictMode(browser));
add([await measureTimeToForm(browser)]);
await browser.close();
if (isJson) console.log(JSON.stringify({ chromium: browser.version(), figures }, null, 2));
