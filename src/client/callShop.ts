/**
 * Calls a handler of the shop. An error in it surfaces on the page, as it would from any event handler. It does not
 * disturb this library, or IOTPay's script, which may be the caller.
 */
export function callShop(handler: () => unknown): unknown {
  try {
    return handler();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
    return undefined;
  }
}
