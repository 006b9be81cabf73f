import { screen } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { beforeEach, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard, type IotPayCardProps } from '../../src/index';
import { hostedScript } from './page';
import { openShop } from './shop';

export type CardMaker = (props?: Partial<IotPayCardProps>) => ReactElement;

export const onSuccess = vi.fn();

/** A card on the local gateway, with a secureId of its own for each test. */
export function cardOnGateway(): CardMaker {
  let secureId = '';
  beforeEach(async () => {
    onSuccess.mockReset();
    secureId = await commands.makeSecureId('Pay');
  });
  return (props) => <IotPayCard secureId={secureId} redirect="manual" onSuccess={onSuccess} {...props} />;
}

/** Opens a card whose script a content blocker holds back, beside a field of the shop's own. */
export async function openBlocked(card: CardMaker): Promise<void> {
  await commands.spoil(hostedScript, 'blocked by an extension');
  openShop(
    <>
      <label>
        Email <input />
      </label>
      {card({ script: { retries: 0 } })}
    </>,
    true,
  );
  await screen.findByRole('alert');
}

export const retryButton = () => screen.findByRole('button', { name: 'Try again' });

/** The faults that axe finds in the card. Another site's iframe is not ours to correct. */
export async function faults(): Promise<string[]> {
  const { violations } = await axe.run('[data-status]', { iframes: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
