/** From here on, whatever waits for more than half an hour waits `ms` milliseconds. The returned function ends it. */
export function hurryTheHour(ms: number): () => void {
  const { setTimeout: patient } = window;
  const hurried = (handler: () => void, delay = 0) => patient(handler, delay > 1_800_000 ? ms : delay);
  window.setTimeout = hurried as typeof setTimeout;
  return () => {
    window.setTimeout = patient;
  };
}
