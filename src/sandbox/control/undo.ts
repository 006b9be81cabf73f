import type { Gateway } from '../gateway';

/** All that a reset would forget. */
export function capture(gateway: Gateway): () => void {
  const { ledger, vault, sessions, notifier, faults, deliveryFaults, clocks, time, journal } = gateway;
  const entries = [...ledger.all()];
  const cards = [...vault.all()];
  const opened = [...sessions.all()];
  const records = [...notifier.all()];
  const queued = faults.list();
  const queuedNotifications = deliveryFaults.list();
  const clocksThen = { ...clocks };
  const aheadMs = time.aheadMs();
  const dues = time.suspend();
  const events = journal.forget();

  return () => {
    gateway.reset();
    Object.assign(clocks, clocksThen);
    time.setAhead(aheadMs);
    ledger.restore(entries);
    vault.restore(cards);
    sessions.restore(opened);
    faults.restore(queued);
    deliveryFaults.restore(queuedNotifications);
    notifier.restore(records, true);
    time.resume(dues);
    journal.recall(events);
  };
}
