import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { cardOnGateway, faults, onSuccess, openBlocked, retryButton } from './accessiblePage';
import { withUnreliableNetwork } from './loadingPage';
import { formIs, forms, openShop } from './shop';

withUnreliableNetwork();
const card = cardOnGateway();

it('lets a customer retry, fill in and pay the form by keyboard alone', async () => {
  await openBlocked(card);
  await commands.mend();
  screen.getByLabelText('Email').focus();
  await userEvent.keyboard('{Tab}{Enter}');
  await formIs('ready');
  // From where the button was, the next stop is the form’s first field.
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => document.activeElement).toBe(forms()[0]);
  for (const text of ['4242424242424242', 'Ada Morgan', '1239', '123']) {
    await userEvent.keyboard(text);
    await userEvent.keyboard('{Tab}');
  }
  await userEvent.keyboard('{Enter}');
  await formIs('settled');
  expect(onSuccess).toHaveBeenCalledOnce();
});

describe('at 200 % zoom and beyond', () => {
  // A window of 1000 by 700 pixels, as its page sees it.
  beforeEach(() => page.viewport(320, 256));
  afterEach(() => page.viewport(1000, 700));

  const fitsTheWidth = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;

  it('cuts nothing off the error and its button at 200 % zoom and beyond', async () => {
    document.documentElement.style.fontSize = '200%';
    await openBlocked(card);
    const alert = screen.getByRole('alert');
    const button = await retryButton();
    expect(fitsTheWidth()).toBe(true);
    for (const element of [alert, button]) {
      const { left, right } = element.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(320);
      expect(element.scrollHeight).toBeLessThanOrEqual(element.clientHeight + 1);
    }
    document.documentElement.style.fontSize = '';
  });

  it('cuts nothing off the form at 200 % zoom and beyond', async () => {
    openShop(card(), true);
    await formIs('ready');
    expect(fitsTheWidth()).toBe(true);
    expect(forms()[0]?.getBoundingClientRect().width).toBeLessThanOrEqual(320);
    // The hosted script makes the frame as high as its page.
    await expect.poll(() => commands.overflow('[data-status]')).toEqual({ across: 0, down: 0 });
  });
});

describe('as the customer’s system has it', () => {
  afterEach(() => commands.prefer({ forcedColors: 'none', reducedMotion: 'no-preference' }));

  it('shows the error and its button in forced colours', async () => {
    await commands.prefer({ forcedColors: 'active' });
    await openBlocked(card);
    const button = await retryButton();
    const { color, backgroundColor, borderTopStyle, borderTopWidth } = getComputedStyle(button);
    expect(color).not.toBe(backgroundColor);
    expect(borderTopStyle).not.toBe('none');
    expect(parseFloat(borderTopWidth)).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
  });

  it('moves nothing of its own accord with reduced motion', async () => {
    await commands.prefer({ reducedMotion: 'reduce' });
    openShop(card(), true);
    expect(document.getAnimations()).toEqual([]);
    await formIs('ready');
    expect(document.getAnimations()).toEqual([]);
    expect(await commands.endlessAnimations('[data-status]')).toBe(0);
  });
});
