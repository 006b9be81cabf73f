import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// @testing-library/react does this by itself if the test framework's functions are globals.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
