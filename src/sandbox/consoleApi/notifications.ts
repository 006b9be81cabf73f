/** One attempt at telling a merchant server something. */
export interface DeliveryAttempt {
  /** When it was sent, ISO 8601. */
  readonly at: string;
  /** The HTTP status of the answer. */
  readonly httpStatus?: number;
  /** The beginning of the answer. */
  readonly answer?: string;
  /** Its `Content-Type`. */
  readonly contentType?: string;
  /** Why there was none. */
  readonly error?: string;
  /** It was signed with another key than the merchant's, on purpose. */
  readonly wrongSignature?: boolean;
}

/** A notification of the gateway's own and what became of it, for the console. */
export interface ConsoleNotification {
  readonly id: number;
  readonly mchOrderNo: string;
  readonly payOrderId: string;
  readonly notifyUrl: string;
  readonly state: 'waiting' | 'delivered' | 'undeliverable' | 'lost';
  readonly fault?: string;
  readonly attempts: readonly DeliveryAttempt[];
  /** When the next attempt is due, ISO 8601, by the sandbox's time. */
  readonly nextAt?: string;
  /** The signed message. */
  readonly body: Readonly<Record<string, unknown>>;
}
