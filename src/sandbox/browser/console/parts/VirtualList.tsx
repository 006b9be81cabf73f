import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  /** Of a row, in pixels. All are as high, so that nothing has to be measured. */
  readonly rowHeight: number;
  readonly keyOf: (item: Item) => string | number;
  /** The place of the chosen row, which is kept in sight when it changes; -1 for none. */
  readonly chosen: number;
  readonly children: (item: Item) => ReactNode;
}

/** A list that draws only the rows that can be seen. Its rows say how many there are, and which they are. */
export function VirtualList<Item>({
  items,
  label,
  rowHeight,
  keyOf,
  chosen,
  children,
}: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  // The library's object changes in place, which the compiler's rule warns of; nothing compiles this page.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => keyOf(items[place] as Item),
    overscan: 8,
  });
  useEffect(() => {
    if (chosen >= 0) virtualizer.scrollToIndex(chosen, { align: 'auto' });
    // Rows that are added above must not move the list: only another choice does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen >= 0 ? keyOf(items[chosen] as Item) : undefined]);

  return (
    <div className="scroller" ref={scroller} tabIndex={0} role="group" aria-label={label}>
      <ul style={{ height: virtualizer.getTotalSize() }} aria-label={label}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
          >
            {children(items[index] as Item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
