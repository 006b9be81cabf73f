import { useDeferredValue, useRef, useState } from 'react';
import type { ConsoleEvent } from '../../../consoleApi/events';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import { useConsole } from '../parts/ConsoleContext';
import { VirtualList } from '../parts/VirtualList';
import { EventRow } from './EventRow';
import { FilterBar } from './FilterBar';
import { filterEvents, filterOrders, noFilter } from './filterItems';
import { NothingListed } from './NothingListed';
import { OrderRow } from './OrderRow';
import { useListKeys } from './useListKeys';

const views = ['orders', 'activity'] as const;
type View = (typeof views)[number];
const viewLabels = { orders: 'Orders', activity: 'Activity' } as const;

/** The left of the page: all orders, or all that happened. */
export function ListPane() {
  const { model, route, go, say } = useConsole();
  const [view, setView] = useState<View>('orders');
  const [filter, setFilter] = useState(noFilter);
  const searchField = useRef<HTMLInputElement>(null);
  // Ten thousand orders are looked through while one types on.
  const used = useDeferredValue(filter);
  const orders = view === 'orders' ? filterOrders(model.orders, used) : [];
  const events = view === 'activity' ? filterEvents(model.events, used) : [];
  const isEmpty = orders.length + events.length === 0;
  const chosenOrder = orders.findIndex(({ mchOrderNo }) => mchOrderNo === route.mchOrderNo);
  const chosenEvent = events.findIndex(({ id }) => id === route.eventId);

  useListKeys(searchField, (by) => {
    const order = orders[Math.max(0, chosenOrder + by)];
    const event = events[Math.max(0, chosenEvent + by)];
    if (order) go({ mchOrderNo: order.mchOrderNo });
    if (event) go({ mchOrderNo: event.paymentNo ?? event.mchOrderNo, eventId: event.id });
  });

  return (
    <section
      className="pane list-pane"
      data-is-empty={isEmpty && model.orders.length === 0}
      aria-label={say(viewLabels[view])}
    >
      <div className="pane-head">
        <div className="segments" role="group" aria-label={say('Show')}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
              {say(viewLabels[one])}
              {one === 'orders' && <span className="count">{model.orders.length}</span>}
            </button>
          ))}
        </div>
        <p className="keys" aria-hidden="true">
          <kbd>/</kbd> <kbd>j</kbd> <kbd>k</kbd>
        </p>
      </div>
      <FilterBar view={view} filter={filter} onChange={setFilter} searchField={searchField} />
      {isEmpty ? (
        <NothingListed isFiltered={filter !== noFilter && model.orders.length + model.events.length > 0} />
      ) : view === 'orders' ? (
        <VirtualList<ConsoleOrder>
          items={orders}
          label={say('Orders')}
          rowHeight={62}
          keyOf={(order) => order.mchOrderNo}
          chosen={chosenOrder}
        >
          {(order) => <OrderRow order={order} isChosen={order.mchOrderNo === route.mchOrderNo} />}
        </VirtualList>
      ) : (
        <VirtualList<ConsoleEvent>
          items={events}
          label={say('Activity')}
          rowHeight={56}
          keyOf={({ id }) => id}
          chosen={chosenEvent}
        >
          {(event) => <EventRow event={event} isChosen={event.id === route.eventId} isNumbered />}
        </VirtualList>
      )}
    </section>
  );
}
