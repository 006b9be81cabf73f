import { describe, expect, it, vi } from 'vitest';
import { listeningHandler, post, signed } from './notificationDouble';
import { paidOrder } from '../gateway/gatewayDouble';

describe('deliveries at the same moment', () => {
  /** An onPayment that is finished by hand. */
  function manual() {
    const running: { id: string; finish: (error?: Error) => void }[] = [];
    const onPayment = vi.fn(
      ({ payOrderId: id }: { payOrderId: string }) =>
        new Promise<void>((resolve, reject) => {
          running.push({ id, finish: (error) => (error ? reject(error) : resolve()) });
        }),
    );
    const { handler } = listeningHandler({ onPayment });
    const deliverOrder = (payOrderId: string) =>
      handler
        .fetch(
          new Request('https://shop.example/', post(JSON.stringify(signed({ ...paidOrder, payOrderId })))),
        )
        .then(({ status }) => status);
    return { running, onPayment, deliverOrder };
  }

  it('handles deliveries of one payOrderId one after the other, also after a failure', async () => {
    const { running, onPayment, deliverOrder } = manual();
    const answers = [deliverOrder('PC1'), deliverOrder('PC1'), deliverOrder('PC1')];
    await vi.waitFor(() => expect(onPayment).toHaveBeenCalledTimes(1));
    running[0]?.finish(new Error('deadlock'));
    await vi.waitFor(() => expect(onPayment).toHaveBeenCalledTimes(2));
    expect(await answers[0]).toBe(500);
    running[1]?.finish();
    await vi.waitFor(() => expect(onPayment).toHaveBeenCalledTimes(3));
    running[2]?.finish();
    expect(await Promise.all(answers)).toEqual([500, 200, 200]);
  });

  it('handles deliveries of different orders side by side', async () => {
    const { running, onPayment, deliverOrder } = manual();
    const answers = [deliverOrder('PC1'), deliverOrder('PC2')];
    await vi.waitFor(() => expect(onPayment).toHaveBeenCalledTimes(2));
    expect(running.map(({ id }) => id)).toEqual(['PC1', 'PC2']);
    for (const { finish } of running) finish();
    expect(await Promise.all(answers)).toEqual([200, 200]);
  });
});
