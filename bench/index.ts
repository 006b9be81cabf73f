import { cpus } from 'node:os';
import { compareForgeries } from './forgery';
import { compareHandler } from './handler';
import { type Comparison, describe } from './report';
import { compareSign } from './sign';
import { compareVerify } from './verify';

// This is a measurement, not a test. A missed aim is shown, and the exit code stays 0.
const machine = `Node ${process.versions.node}, ${cpus().length} cores`;
const comparisons: Comparison[] = [
  ...compareSign(),
  ...compareVerify(),
  ...(await compareHandler()),
  ...(await compareForgeries()),
];

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine, comparisons }, null, 2));
} else {
  console.log(`${machine}. Ratios of rates: the median round, and the 5th to the 95th percentile.\n`);
  for (const comparison of comparisons) console.log(describe(comparison));
}
process.exit();
