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
    it('shows a form again, and lets it report, after its element was taken out of the page and put back', async () => {
      await open('paid');
      await putBack();
      expect(frames()).toBe(1);
      await formIsAt('#form');
      await sdk.end('#form', 'paid');
      await calls(1);
      expect(callback).toHaveBeenCalledWith(expect.objectContaining({ result: 'SUCCESS' }));
    });

    it('shows an error page once the form has reported, after its element was taken out of the page and put back', async () => {
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
      'shows an error page for a secureId that was %s when it is opened again, and calls back with nothing',
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

    it('refuses a secureId after its payment in the other mode, too', async () => {
      const secureId = await open('paid');
      await sdk.end('#form', 'paid');
      await calls(1);
      const again = vi.fn();
      addPlace();
      create(secureId, 'Add').mount('.form', again);
      await errorIsAt('.form');
      expect(again).not.toHaveBeenCalled();
    });

    it('opens a secureId twice if nothing was paid with it yet', async () => {
      const secureId = await open('paid');
      addPlace();
      create(secureId).mount('.form', callback);
      await formIsAt('.form');
      await formIsAt('#form');
    });
  });

  it('keeps the options of the call, even if the shop changes its own object', async () => {
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
