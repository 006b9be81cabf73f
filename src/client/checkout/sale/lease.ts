/** Holds at most one piece of work, known by its name, and begins and ends each once. */
export type Lease = (name: string | undefined, begin: (name: string) => () => void) => void;

export function createLease(): Lease {
  let held: string | undefined;
  let end = () => {};
  return (name, begin) => {
    if (name === held) return;
    held = name;
    const endLast = end;
    end = () => {};
    endLast();
    if (name === undefined || name !== held) return;
    const endThis = begin(name);
    // Beginning or ending may change the page, and then another name may be wanted.
    if (name === held) end = endThis;
    else endThis();
  };
}
