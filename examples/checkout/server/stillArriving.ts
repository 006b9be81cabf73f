/**
 * How long a call whose answer was lost may still be on its way to the gateway, in milliseconds: ten times as long as the client
 * waits for an answer. When the gateway says after that that it has never heard of the call's number, that is final.
 */
export const stillArrivingMs = 5 * 60_000;
