import { consolePaths } from '../../../consoleApi/paths';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import { formatAmount } from '../../money';
import { request } from '../core/request';
import { labelOfOrder } from '../labels/orderLabels';
import { Badge } from '../parts/Badge';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';
import { useLaunched } from '../parts/launched';

/** The order's number, amount and state, with the most frequent actions. */
export function OrderHead({ order }: { order: ConsoleOrder }) {
  const { say, preferences } = useConsole();
  const launched = useLaunched();
  const { mchOrderNo, session, settlement } = order;
  const [label, tone] = labelOfOrder(order);
  const settle = async () => {
    await request.post(consolePaths.settle, { mchOrderNo });
    return 'Settled';
  };
  const expire = async () => {
    await request.post(consolePaths.force(mchOrderNo), { outcome: 'expired' });
    return 'The secureId has expired.';
  };
  const payUrl = launched?.mchOrderNo === mchOrderNo && session === 'usable' ? launched.payUrl : undefined;
  return (
    <header className="order-head">
      <h2>
        <code>{mchOrderNo}</code>
        <CopyButton text={mchOrderNo} what={mchOrderNo} />
      </h2>
      <p className="order-sum">
        <strong>{formatAmount(order.amount, order.currency, preferences.language)}</strong>
        <Badge tone={tone}>{say(label)}</Badge>
        {order.charges > 1 && <Badge tone="bad">{say(`Charged ${order.charges} times`)}</Badge>}
      </p>
      <div className="buttons">
        {payUrl !== undefined && (
          <a className="button" data-kind="primary" href={payUrl} target="_blank" rel="noreferrer">
            {say('Open the card page')}
          </a>
        )}
        {settlement === 'open' && <CommandButton work={settle}>{say('Settle now')}</CommandButton>}
        {session === 'usable' && <CommandButton work={expire}>{say('Expire this secureId')}</CommandButton>}
      </div>
    </header>
  );
}
