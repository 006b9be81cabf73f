import * as v from 'valibot';

/** A number of milliseconds, among others: no timer runs longer. */
export const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

/** How often something goes wrong: once, if nothing is said. */
export const times = v.optional(v.pipe(natural, v.minValue(1)), 1);
