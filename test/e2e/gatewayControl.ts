/** What the local gateway says about an order; fields of docs/gateway-contract.md, section 3, and how often it was charged. */
export interface GatewayOrder {
  mchOrderNo: string;
  payOrderId: string;
  status: number;
  amount: number;
  channel: string;
  charges: number;
  kind: 'payment' | 'refund' | 'void';
}

export interface GatewayNotification {
  mchOrderNo: string;
  state: 'waiting' | 'delivered' | 'undeliverable';
  attempts: { httpStatus?: number; answer?: string; error?: string }[];
  /** The signed message. */
  body: object;
}

export interface Delivery {
  httpStatus?: number;
  answer?: string;
}

export interface Fault {
  call: string;
  kind: 'delay' | 'fail' | 'http' | 'brokenJson' | 'cut';
  times?: number;
  ms?: number;
  retMsg?: string;
  /** The call takes effect; only its answer is lost. */
  carriedOut?: true;
}

/** The local gateway's own controls, for what no customer and no shop can bring about. */
export interface GatewayControl {
  reset(): Promise<void>;
  orders(): Promise<GatewayOrder[]>;
  notifications(): Promise<GatewayNotification[]>;
  setClocks(clocks: Record<string, number>): Promise<void>;
  addFault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** Settles every payment, as a night does. */
  settle(): Promise<void>;
  /** The next notification never comes, or so many of them. */
  loseNotification(times?: number): Promise<void>;
  /** Sends a notification now, signed with the merchant's key, or with a wrong one. */
  notify(notification: { mchOrderNo: string; forged?: true; changes?: object }): Promise<Delivery>;
}

export function createGatewayControl(gatewayUrl: string): GatewayControl {
  async function control(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${gatewayUrl}/_sandbox/${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`/_sandbox/${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  return {
    reset: async () => {
      await control('reset', {});
    },
    orders: async () => ((await control('orders')) as { orders: GatewayOrder[] }).orders,
    notifications: async () =>
      ((await control('notifications')) as { notifications: GatewayNotification[] }).notifications,
    setClocks: async (clocks) => {
      await control('clocks', clocks);
    },
    addFault: async (fault) => {
      await control('faults', fault);
    },
    settle: async () => {
      await control('settle', {});
    },
    loseNotification: async (times = 1) => {
      await control('notifications/faults', { kind: 'lost', times });
    },
    clearFaults: async () => {
      await fetch(`${gatewayUrl}/_sandbox/faults`, { method: 'DELETE' });
    },
    notify: async (notification) => (await control('notifications', notification)) as Delivery,
  };
}
