/** The part of React's own record of a component that is read here. React's developer tools read it too. */
interface Fiber {
  tag: number;
  type: unknown;
  flags: number;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

/**
 * Function, class, `forwardRef` and plain `memo` components. Other `memo`s have the component that they wrap below
 * them.
 */
const componentTags = [0, 1, 11, 15];

/** The flag of a fiber that was rendered. */
const performedWork = 1;

let counting = false;
let renders = new Map<unknown, number>();

function count(fiber: Fiber): void {
  if (componentTags.includes(fiber.tag) && fiber.flags & performedWork)
    renders.set(fiber.type, (renders.get(fiber.type) ?? 0) + 1);
  // If the child is the same as before, React has not looked below it, and the flags there are from an older render.
  if (fiber.alternate?.child === fiber.child) return;
  for (let child = fiber.child; child; child = child.sibling) count(child);
}

// React looks for this only when it is loaded.
Object.assign(window, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot(_id: number, root: { current: Fiber }) {
      if (counting) count(root.current);
    },
  },
});

/** Counts the renders of components during `act`, without the shop's own components. */
export async function countRenders(own: readonly unknown[], act: () => Promise<void>): Promise<number> {
  renders = new Map();
  counting = true;
  await act();
  counting = false;
  let sum = 0;
  for (const [type, times] of renders) if (!own.includes(type)) sum += times;
  return sum;
}
