/** Something that is held by its name: at most one, begun and ended once each. */
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
    // What ends or begins may change the page, and with it what is to be held.
    if (name === held) end = endThis;
    else endThis();
  };
}
