const slot = Symbol.for('react-iotpay');

const page = globalThis as { [slot]?: object | undefined };

/**
 * Where the client keeps what a page has only one of: the script's load and the secureIds asked for. It is the page's
 * and not a module's, so that two copies of the library (ESM beside CJS, two bundles) share one script tag and one
 * order, and so that a test can start afresh. Only effects and handlers call this: never a server.
 */
export function pageRecord<Records extends object>(): Partial<Records> {
  return (page[slot] ??= {});
}

/** Forgets the script's load and every secureId of this page. For tests. */
export function forgetPage(): void {
  page[slot] = undefined;
}
