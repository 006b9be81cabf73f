const slot = Symbol.for('react-iotpay');

const page = globalThis as { [slot]?: object | undefined };

/**
 * The client's record of things that a page has only once, such as the script's load and the secureIds. It belongs to
 * the page and not to a module, because two copies of the library (ESM beside CJS, two bundles) must share one script
 * tag and one order. A test can start afresh with it, too. Only effects and handlers call this, never a server.
 */
export function pageRecord<Records extends object>(): Partial<Records> {
  return (page[slot] ??= {});
}

/** Forgets the script's load and every secureId of this page. For tests. */
export function forgetPage(): void {
  page[slot] = undefined;
}
