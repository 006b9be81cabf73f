/** A measured package. Each has a module here, and one script that comes from its provider. */
export interface Entrant {
  readonly name: string;
  readonly module: string;
  /** The script's URL without its query. An entrant that is only there for comparison has none. */
  readonly script?: string;
}

const iotpayScript = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';

export const ours: Entrant = { name: 'react-iotpay', module: 'reactIotpay', script: iotpayScript };

export const handWritten: Entrant = {
  name: 'hand-written React',
  module: 'handWritten',
  script: iotpayScript,
};

export const stripe: Entrant = {
  name: '@stripe/react-stripe-js',
  module: 'stripe',
  script: 'https://js.stripe.com/',
};

export const paypal: Entrant = {
  name: '@paypal/react-paypal-js',
  module: 'paypal',
  script: 'https://www.paypal.com/sdk/js',
};

export const sample: Entrant = { name: 'IOTPay’s sample', module: 'iotpaySample', script: iotpayScript };

export const bareDiv: Entrant = { name: 'bare <div> component', module: 'bareDiv' };

/** The entrants that are React components and show a provider's form. */
export const entrants: readonly Entrant[] = [ours, stripe, paypal, handWritten];
