/** The objects that a page still holds on to. */
export interface Leftovers {
  nodes: number;
  frames: number;
  /** Listeners on the window, the document and media queries, which outlive any component. */
  listeners: number;
  timers: number;
}

interface Listening {
  target: EventTarget;
  type: string;
  listener: unknown;
  capture: boolean;
}

const outlivesComponents = (target: EventTarget) =>
  target === window || target === document || target instanceof MediaQueryList;

/** Watches from now on who listens and which timers run. */
export function watchLeftovers(): { read: () => Leftovers; stop: () => void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, clearTimeout } = window;
  let listening: Listening[] = [];
  const timers = new Set<number>();

  const forget = (gone: Listening) => {
    listening = listening.filter(
      (entry) => !(Object.keys(gone) as (keyof Listening)[]).every((key) => entry[key] === gone[key]),
    );
  };
  const describe = (
    target: EventTarget,
    type: string,
    listener: unknown,
    options: AddEventListenerOptions | boolean = false,
  ): Listening => ({
    target,
    type,
    listener,
    capture: typeof options === 'boolean' ? options : (options.capture ?? false),
  });

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // Called without an object, it is the window's.
    const target = (this as EventTarget | undefined) ?? window;
    if (outlivesComponents(target)) {
      const entry = describe(target, type, listener, options);
      listening.push(entry);
      if (typeof options === 'object' && options.signal) {
        addEventListener.call(options.signal, 'abort', () => forget(entry));
      }
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = (this as EventTarget | undefined) ?? window;
    forget(describe(target, type, listener, options));
    removeEventListener.call(target, type, listener, options);
  };
  Object.assign(window, {
    setTimeout(run: () => void, ms?: number) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer?: number) {
      timers.delete(timer ?? 0);
      clearTimeout(timer);
    },
  });

  return {
    read: () => ({
      nodes: document.querySelectorAll('*').length,
      frames: window.length,
      listeners: listening.length,
      timers: timers.size,
    }),
    stop() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(window, { setTimeout, clearTimeout });
    },
  };
}
