import { describe, expect, it, vi } from 'vitest';
import { describeSdkEvents } from './sdkEvents';
import { describeSdkLifetime } from './sdkLifetime';
import { createSdkPage, type SdkUnderTest } from './sdkPage';

/**
 * The behaviour of the SDK by section 1 of docs/gateway-contract.md, and further behaviour that this project's stand-ins for
 * it share, so that a test with one stand-in gives no surprise with the other.
 */
export function describeHostedSdk(sdk: SdkUnderTest): void {
  const page = createSdkPage(sdk);
  const { callback, place, addPlace, create, frames, calls } = page;

  describe('mount', () => {
    it('puts one iframe into its element, at once or a little later, and gives nothing back', async () => {
      const form = create(await sdk.secureId('Pay', 'paid'));
      expect(frames(document.body)).toBe(0);
      const mount: (...args: Parameters<typeof form.mount>) => unknown = form.mount;
      const given = mount('#form', callback);
      expect(given).toBeUndefined();
      await expect.poll(frames).toBe(1);
      expect(callback).not.toHaveBeenCalled();
    });

    it('looks for its element when it is called, and takes the first that it finds', async () => {
      const form = create(await sdk.secureId('Pay', 'paid'));
      const first = addPlace();
      const second = addPlace();
      form.mount('.form', callback);
      await expect.poll(() => frames(first)).toBe(1);
      expect(frames(second)).toBe(0);
    });

    it.each([
      ['an element', () => document.body],
      ['nothing', () => undefined],
      ['a selector that finds nothing', () => '#nowhere'],
      ['a selector that is none', () => '#1 <'],
    ])('throws for %s', async (_what, selector) => {
      const form = create(await sdk.secureId('Pay', 'paid'));
      expect(() => form.mount(selector() as string, callback)).toThrow();
      expect(frames(document.body)).toBe(0);
    });

    it('adds a second iframe when it is called a second time: there is no unmount', async () => {
      for (let count = 0; count < 2; count++)
        create(await sdk.secureId('Pay', 'paid')).mount('#form', callback);
      await expect.poll(frames).toBe(2);
    });

    it('keeps two forms’ outcomes apart', async () => {
      const other = vi.fn();
      addPlace();
      create(await sdk.secureId('Pay', 'paid')).mount('#form', callback);
      create(await sdk.secureId('Pay', 'declined')).mount('.form', other);
      await expect.poll(() => frames(document.body)).toBe(2);
      await sdk.end('.form', 'declined');
      await expect.poll(() => other.mock.calls.length).toBe(1);
      expect(callback).not.toHaveBeenCalled();
      await sdk.end('#form', 'paid');
      await calls(1);
      expect(other).toHaveBeenCalledOnce();
    });
  });

  it('shows a form with the four fields of a card', async () => {
    create(await sdk.secureId('Pay', 'paid')).mount('#form', callback);
    await expect.poll(frames).toBe(1);
    await expect
      .poll(() => sdk.labels('#form'))
      .toEqual(['Card number', 'Name on card', 'Expiry date', 'Security code']);
  });

  it('names its iframe, for customers who can’t see its content', async () => {
    create(await sdk.secureId('Pay', 'paid')).mount('#form', callback);
    await expect.poll(() => place().querySelector('iframe')?.title).toBe('Secure card form');
  });

  describeSdkLifetime(page);
  describeSdkEvents(page);
}
