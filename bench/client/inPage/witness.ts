/** Reports of the fake provider scripts. */
export interface Witness {
  /** Form objects made. */
  creates: number;
  /** Forms put on the page. */
  mounts: number;
  /** All other calls to the provider after that. */
  updates: number;
  /** Puts the fake provider's form, an iframe, on the page. */
  mount(container: Element): void;
  /** The time when the next form is put on the page, by `performance.now()`. */
  nextMount(): Promise<number>;
}

declare global {
  interface Window {
    witness: Witness;
  }
}

let tell: ((at: number) => void) | undefined;

export const witness: Witness = {
  creates: 0,
  mounts: 0,
  updates: 0,
  mount(container) {
    const at = performance.now();
    witness.mounts++;
    container.append(document.createElement('iframe'));
    tell?.(at);
  },
  nextMount: () => new Promise((resolve) => (tell = resolve)),
};

window.witness = witness;
