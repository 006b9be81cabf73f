import { describe, inject } from 'vitest';
import { commands } from 'vitest/browser';
import { fakeUnderTest } from '../contract/fakeUnderTest';
import { describeHostedSdk } from '../contract/hostedSdk';
import type { FormEnding } from '../contract/sdkPage';
import { hostedScript } from './page';

/** The sandbox's cards that end like this. */
const cards: Record<FormEnding, string> = {
  paid: '4242424242424242',
  declined: '4000000000000002',
  'given up': '6200000000000104',
  pending: '4000000000000077',
  twice: '4000000000000226',
  'in the old shape': '4000000000000333',
};

describe('the sandbox’s script', () =>
  describeHostedSdk({
    src: () => hostedScript,
    returnUrl: `${inject('gateway').url}/nowhere?shop=7`,
    secureId: (mode, ending) => commands.makeSecureId(mode, ending === 'given up' ? 'UPI_EX' : 'PF_CC'),
    end: (selector, ending) => commands.payWith(selector, cards[ending]),
    labels: (selector) => commands.fieldLabels(selector),
    text: (selector) => commands.frameText(selector),
  }));

describe('the fake in Chromium', () => describeHostedSdk(fakeUnderTest()));
