import * as v from 'valibot';

/** A number of milliseconds, among others: no timer runs longer. */
export const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

/** How often something goes wrong, and for how many milliseconds. */
export const limits = {
  times: v.optional(v.pipe(natural, v.minValue(1))),
  forMs: v.optional(v.pipe(natural, v.minValue(1))),
};
