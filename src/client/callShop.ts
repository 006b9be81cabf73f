/**
 * Calls a handler of the shop's. An error in it surfaces as it would from any event handler, on the page, but neither IOTPay's script,
 * which may be calling, nor this library stumbles over it.
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
