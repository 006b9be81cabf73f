import type { StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { Counter, type Shop } from '../../shop/Counter';
import { newSecureId } from '../../shop/newSecureId';

interface Example {
  shop: Shop;
  title: string;
  lede: string;
  checkout: ReactElement;
  source: string;
  /** What to look at, call by call. */
  points: Record<string, string>;
}

/** A small checkout at its own shop's counter, with its file as the source that is shown. */
export function example({ shop, title, lede, checkout, source, points }: Example): StoryObj {
  return {
    render: () => (
      <Counter
        shop={shop}
        title={title}
        lede={lede}
        aside={
          <ul className="points">
            {Object.entries(points).map(([code, text]) => (
              <li key={code}>
                <code>{code}</code>
                {text}
              </li>
            ))}
          </ul>
        }
      >
        {checkout}
      </Counter>
    ),
    parameters: {
      docs: { source: { code: source, language: 'tsx' } },
      controls: { disable: true },
    },
  };
}

/** What a shop's server answers to a new order. */
export const order = async () => ({ secureId: await newSecureId(), mchOrderNo: 'SB-77' });
