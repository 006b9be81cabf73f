// Adds up what every test run of this checkout wrote into .test-results.
import { readdirSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of readdirSync('.test-results')) {
  const result = JSON.parse(readFileSync(`.test-results/${file}`, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
}
console.log(`\n${passed} passed, ${failed} failed`);
