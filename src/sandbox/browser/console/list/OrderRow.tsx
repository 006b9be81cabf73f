import type { ConsoleOrder } from '../../../consoleApi/orders';
import { formatAmount } from '../../money';
import { labelOfOrder, outcomeLabels } from '../labels/orderLabels';
import { Badge } from '../parts/Badge';
import { useConsole } from '../parts/ConsoleContext';
import { RouteLink } from '../parts/RouteLink';

/** One order of the list. A charge too many shows here already: it is what a shop must never cause. */
export function OrderRow({ order, isChosen }: { order: ConsoleOrder; isChosen: boolean }) {
  const { say, preferences } = useConsole();
  const [label, tone] = labelOfOrder(order);
  const amount = formatAmount(order.amount, order.currency, preferences.language);
  const details = [order.subject, order.channel, order.cardNum].filter(Boolean).join(' · ');
  return (
    <RouteLink to={{ mchOrderNo: order.mchOrderNo }} className="row" isCurrent={isChosen}>
      <span className="row-head">
        <code>{order.mchOrderNo}</code>
        <span className="row-amount">{order.kind === 'payment' ? amount : `−${amount}`}</span>
      </span>
      <span className="row-foot">
        <span className="row-details">{details}</span>
        {order.charges > 1 && <Badge tone="bad">{say(`Charged ${order.charges} times`)}</Badge>}
        {order.forced !== undefined && <Badge tone="wait">{`→ ${say(outcomeLabels[order.forced])}`}</Badge>}
        <Badge tone={tone}>{say(label)}</Badge>
      </span>
    </RouteLink>
  );
}
