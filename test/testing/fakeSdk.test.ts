import { describe } from 'vitest';
import { fakeUnderTest } from '../contract/fakeUnderTest';
import { describeHostedSdk } from '../contract/hostedSdk';

describe('the fake in jsdom', () => describeHostedSdk(fakeUnderTest()));
