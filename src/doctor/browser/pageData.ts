/** The data that the probe's page gets. */
export interface ProbePageData {
  /** The hosted script's address. */
  readonly scriptUrl: string;
  /** A fresh `secureId` for each form. `charge` is the one that the merchant pays, if they want to. */
  readonly sessions: {
    readonly frame: string;
    readonly element: string;
    readonly two: string;
    readonly charge?: string | undefined;
  };
  /** How long the page waits for something to happen, in milliseconds. */
  readonly waitMs: number;
}

/** The page's report. It is not trusted, because the hosted script runs on the same page. */
export interface ProbePageReport {
  readonly answers: Readonly<Record<string, unknown>>;
  /** Why a question has no answer. */
  readonly unknown: Readonly<Record<string, string>>;
}
