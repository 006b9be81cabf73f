const { now } = Date;

const hour = 3_600_000;

/** The customer comes back to a page that was left open for an hour, as after the computer's sleep. */
export function comeBackAnHourLater(): void {
  Date.now = () => now() + hour;
  window.dispatchEvent(new Event('focus'));
}

/** Puts the clock right again, for a story's `beforeEach` to return. */
export function mendTheClock(): void {
  Date.now = now;
}
