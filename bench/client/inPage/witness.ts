/** What the fake provider scripts tell about, and who waits for it. */
export interface Witness {
  /** Form objects made. */
  creates: number;
  /** Forms put on the page. */
  mounts: number;
  /** Everything else that the provider was told after that. */
  updates: number;
  /** Puts a form on the page, the fake provider's: an iframe. */
  mount(container: Element): void;
  /** When the next form is put on the page: a time of `performance.now()`. */
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
