import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard, type IotPayClientError } from '../../src/index';
import { cardStatus, ownTag, settled, withUnreliableNetwork } from './loadingPage';
import { hostedScript, onceEach, pageCounts } from './page';

withUnreliableNetwork();

let secureId: string;
beforeEach(async () => {
  secureId = await commands.makeSecureId('Pay');
});

describe.each([true, false])('a page with a script tag of its own, StrictMode %s', (reactStrictMode) => {
  function renderCard(id?: string, src = hostedScript, payment = secureId) {
    const onError = vi.fn<(error: IotPayClientError) => void>();
    const script = { src, retries: 0 };
    render(<IotPayCard id={id} secureId={payment} script={script} redirect="manual" onError={onError} />, {
      reactStrictMode,
    });
    return onError;
  }

  it('makes one form when the page’s own script tag comes after the card', async () => {
    await commands.spoil(hostedScript, 'a hang', 1);
    renderCard();
    await expect.poll(() => pageCounts().scripts).toBe(1);
    const late = settled(ownTag());
    await commands.release();
    await late;
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ ...onceEach, scripts: 2 });
  });

  it('uses the script that the page’s own tag has loaded already', async () => {
    await settled(ownTag());
    renderCard();
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual(onceEach);
  });

  it('waits for the page’s own script tag that is still loading', async () => {
    await commands.spoil(hostedScript, 'a hang', 1);
    const tag = ownTag();
    renderCard();
    expect(cardStatus()).toBe('loading');
    await commands.release();
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual(onceEach);
    expect(tag.isConnected).toBe(true);
  });

  it('replaces a script tag that failed before the card came', async () => {
    await commands.spoil(hostedScript, 'blocked by an extension', 1);
    const tag = ownTag();
    await settled(tag);
    const onError = renderCard();
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ ...onceEach, scripts: 2 });
    expect(tag.isConnected).toBe(false);
    expect(onError).not.toHaveBeenCalled();
  });

  it('replaces a script tag that fails while the card waits for it', async () => {
    await commands.spoil(hostedScript, 'unavailable', 1);
    ownTag();
    renderCard();
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ ...onceEach, scripts: 2 });
  });

  it('says script_conflict when a second card wants the script from another URL, and keeps the first', async () => {
    renderCard('first');
    await expect.poll(cardStatus).toBe('ready');
    const other = await commands.makeSecureId('Pay');
    const onError = renderCard('second', hostedScript.replace('127.0.0.1', 'localhost'), other);
    await expect.poll(() => onError.mock.calls.map(([error]) => error.code)).toEqual(['script_conflict']);
    expect(screen.getByRole('alert').closest('[data-status]')?.id).toBe('second');
    expect(cardStatus()).toBe('ready');
    expect(pageCounts()).toEqual(onceEach);
  });
});
