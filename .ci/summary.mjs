// Adds up what every test run of this checkout wrote into .test-results.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
const files = existsSync('.test-results') ? readdirSync('.test-results') : [];
for (const file of files.filter((name) => name.endsWith('.json'))) {
  const result = JSON.parse(readFileSync(`.test-results/${file}`, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
}
console.log(`\n${passed} passed, ${failed} failed`);
