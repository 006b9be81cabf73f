import { testCards } from 'react-iotpay/sandbox';
import { startDemo } from './startDemo';

// Without it, the shop forgets its orders when it closes, as its local gateway does.
const demo = await startDemo({ databaseUrl: process.env.DATABASE_URL });

const columns = testCards.map(
  ({ number, channel, behaviour }) => `  ${number.padEnd(21)}${channel.padEnd(8)}${behaviour}`,
);
console.log(`
Fogline Coffee Roasters is open:  ${demo.url}

Test cards (any expiry date to come, any security code, any name)
${columns.join('\n')}

Ctrl-C closes the shop.`);

let closing = false;

async function stop(): Promise<void> {
  // npm and the terminal may both pass the signal on.
  if (closing) return;
  closing = true;
  await demo.close();
  process.exit(0);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
