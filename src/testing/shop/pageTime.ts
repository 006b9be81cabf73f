/** The real timers. A test may put fakes in their place later. */
const { setTimeout: realTimeout } = globalThis;
const realNow = Date.now;

/** As long as Testing Library waits for an element, in milliseconds. */
const patienceMs = 1000;

/** After this many turns without a request, the page has done everything that it does by itself. */
const quietTurns = 4;

/** Gives the page a turn, so that answers arrive and React renders. */
function turn(): Promise<void> {
  return new Promise((resolve) => realTimeout(resolve, 0));
}

/**
 * React warns of updates outside of `act` if this flag is set. Testing Library sets it, and clears it while it waits.
 */
const reactPage = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };

/** Does something that the page reacts to later, without a warning from React. */
export async function outsideAct<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = reactPage.IS_REACT_ACT_ENVIRONMENT;
  reactPage.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    return await work();
  } finally {
    reactPage.IS_REACT_ACT_ENVIRONMENT = before;
  }
}

/** Waits up to a second until `find` returns something. */
export async function waitFor<Found>(find: () => Found | undefined): Promise<Found | undefined> {
  const end = realNow() + patienceMs;
  for (;;) {
    // Take a turn first, because the page's last turn may change the result of `find`.
    await turn();
    const found = find();
    if (found !== undefined || realNow() > end) return found;
  }
}

/**
 * Waits until the page sends no more requests and has got its answers. It waits a second at most, because the page may
 * ask for ever.
 */
export async function waitUntilQuiet(isBusy: () => boolean, count: () => number): Promise<void> {
  const end = realNow() + patienceMs;
  let seen = count();
  for (let quiet = 0; quiet < quietTurns && realNow() < end; quiet += 1) {
    await turn();
    if (isBusy() || count() !== seen) quiet = -1;
    seen = count();
  }
}
