/** The real ones, although a test may put fakes in their place later. */
const { setTimeout: realTimeout } = globalThis;
const realNow = Date.now;

/** As long as Testing Library waits for an element, in milliseconds. */
const patienceMs = 1000;

/** So many turns without a request, and the page has done what it does of its own accord. */
const quietTurns = 4;

/** Lets the page do what is due: answers arrive, and React renders. */
function turn(): Promise<void> {
  return new Promise((resolve) => realTimeout(resolve, 0));
}

/** The flag by which React warns of updates outside of `act`; Testing Library sets it, and lowers it while it waits. */
const reactPage = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };

/** Does something that the page reacts to in its own time, so React has nothing to warn of. */
export async function outsideAct<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = reactPage.IS_REACT_ACT_ENVIRONMENT;
  reactPage.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    return await work();
  } finally {
    reactPage.IS_REACT_ACT_ENVIRONMENT = before;
  }
}

/** Waits a second at most for what `find` finds. */
export async function waitFor<Found>(find: () => Found | undefined): Promise<Found | undefined> {
  const end = realNow() + patienceMs;
  for (;;) {
    // At first, too: what was found before the page's last turn may be about to change.
    await turn();
    const found = find();
    if (found !== undefined || realNow() > end) return found;
  }
}

/** Waits until the page sends no more requests and has got its answers; a second at most, because it may ask for ever. */
export async function waitUntilQuiet(isBusy: () => boolean, count: () => number): Promise<void> {
  const end = realNow() + patienceMs;
  let seen = count();
  for (let quiet = 0; quiet < quietTurns && realNow() < end; quiet += 1) {
    await turn();
    if (isBusy() || count() !== seen) quiet = -1;
    seen = count();
  }
}
