import { describe, expect, it, vi } from 'vitest';
import type { FormEnding, SdkPage } from './sdkPage';

/** How long a form and its secureId are good for. */
export function describeSdkLifetime({
  sdk,
  callback,
  place,
  addPlace,
  create,
  frames,
  calls,
}: SdkPage): void {
  /** Opens a form at `#form`; its secureId. */
  async function open(ending: FormEnding): Promise<string> {
    const secureId = await sdk.secureId('Pay', ending);
    create(secureId).mount('#form', callback);
    await formIsAt('#form');
    return secureId;
  }

  const formIsAt = (selector: string) => expect.poll(() => sdk.labels(selector)).toHaveLength(4);

  async function errorIsAt(selector: string): Promise<void> {
    await expect.poll(() => sdk.text(selector)).toContain('This page has been used');
    expect(await sdk.labels(selector)).toEqual([]);
  }

  /** Takes the element with its iframe out of the page, and puts the same one back somewhere else. */
  async function putBack(): Promise<void> {
    const element = place();
    element.remove();
    await Promise.resolve();
    addPlace().append(element);
  }

  describe('a form whose element is taken out of the page and put back', () => {
    it('is there again, and reports', async () => {
      await open('paid');
      await putBack();
      expect(frames()).toBe(1);
      await formIsAt('#form');
      await sdk.end('#form', 'paid');
      await calls(1);
      expect(callback).toHaveBeenCalledWith(expect.objectContaining({ result: 'SUCCESS' }));
    });

    it('is an error page once it has reported', async () => {
      await open('declined');
      await sdk.end('#form', 'declined');
      await calls(1);
      await putBack();
      await errorIsAt('#form');
      expect(callback).toHaveBeenCalledOnce();
    });
  });

  describe('a secureId', () => {
    it.each(['paid', 'declined', 'given up', 'pending'] as const)(
      'that was %s shows an error page when it is opened again, and calls back with nothing',
      async (ending) => {
        const secureId = await open(ending);
        await sdk.end('#form', ending);
        await calls(1);
        const again = vi.fn();
        addPlace();
        create(secureId).mount('.form', again);
        await errorIsAt('.form');
        expect(again).not.toHaveBeenCalled();
        expect(callback).toHaveBeenCalledOnce();
      },
    );

    it('is refused after its payment in the other mode, too', async () => {
      const secureId = await open('paid');
      await sdk.end('#form', 'paid');
      await calls(1);
      const again = vi.fn();
      addPlace();
      create(secureId, 'Add').mount('.form', again);
      await errorIsAt('.form');
      expect(again).not.toHaveBeenCalled();
    });

    it('that nothing was paid with yet can be opened twice', async () => {
      const secureId = await open('paid');
      addPlace();
      create(secureId).mount('.form', callback);
      await formIsAt('.form');
      await formIsAt('#form');
    });
  });

  it('keeps the options that it was called with, whatever the shop does to its own object', async () => {
    const button = { text: 'Pay the first' };
    const options = { button };
    const form = create(await sdk.secureId('Pay', 'paid'), 'Pay', options);
    button.text = 'Pay the second';
    form.mount('#form', callback);
    options.button = { text: 'Pay the third' };
    await expect.poll(() => sdk.text('#form')).toContain('Pay the first');
    await putBack();
    await expect.poll(() => sdk.text('#form')).toContain('Pay the first');
  });
}
