/** The largest amount that the gateway takes, in cents: 2^31 - 1. */
export const maxCents = 2_147_483_647;
