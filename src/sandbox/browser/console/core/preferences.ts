import { createStore } from './store';

export const schemes = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export interface Preferences {
  /** `en`, `fr` or `zh`. */
  readonly language: string;
  readonly scheme: Scheme;
}

const storageKey = 'iotpay-sandbox-console';

/** Storage may be forbidden: then the choice lasts as long as the page. */
function readKept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // See readKept.
  }
}

function apply({ language, scheme }: Preferences): void {
  const { documentElement: root } = document;
  root.lang = language;
  if (scheme === 'auto') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
}

/** What this person chose, or what their browser asks for. */
export function createPreferences(chooseLanguage: (tags: readonly string[]) => string) {
  const { language, scheme } = readKept();
  const store = createStore<Preferences>({
    language: chooseLanguage([...(language === undefined ? [] : [language]), ...navigator.languages]),
    scheme: schemes.find((one) => one === scheme) ?? 'auto',
  });
  apply(store.get());
  return {
    get: store.get,
    subscribe: store.subscribe,
    change(part: Partial<Preferences>) {
      const next = { ...store.get(), ...part };
      store.set(next);
      keep(next);
      apply(next);
    },
  };
}

export type PreferenceStore = ReturnType<typeof createPreferences>;
