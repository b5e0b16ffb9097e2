import { describe, expect, it } from 'vitest';
import { readPreference } from './prefer.ts';

const DEFAULT_MS = 1_000;

describe('readPreference', () => {
  it.each<[string | string[] | undefined, number, string | undefined]>([
    [undefined, DEFAULT_MS, undefined],
    ['', DEFAULT_MS, undefined],
    ['return=minimal', DEFAULT_MS, undefined],
    ['wait=5', 5_000, 'wait=5'],
    ['wait=0', 0, 'wait=0'],
    ['WAIT=5', 5_000, 'wait=5'],
    [' wait = 5 ', 5_000, 'wait=5'],
    ['wait="5"', 5_000, 'wait=5'],
    ['return=minimal, wait=5', 5_000, 'wait=5'],
    ['wait=5; foo=bar', 5_000, 'wait=5'],
    [['return=minimal', 'wait=5'], 5_000, 'wait=5'],
    // The first of several counts (RFC 7240, section 2).
    ['wait=5, wait=7', 5_000, 'wait=5'],
    // An hour is more than one request may ask for.
    ['wait=3600', 60_000, 'wait=60'],
    ['wait=999999', 60_000, 'wait=60'],
    ['wait=9999999', DEFAULT_MS, undefined],
    ['wait=-1', DEFAULT_MS, undefined],
    ['wait=1.5', DEFAULT_MS, undefined],
    ['wait=', DEFAULT_MS, undefined],
    ['wait', DEFAULT_MS, undefined],
    ['await=5', DEFAULT_MS, undefined],
    ['respond-async', 0, 'respond-async'],
    ['Respond-Async', 0, 'respond-async'],
    ['return=minimal,respond-async', 0, 'respond-async'],
    ['respond-asynchronously', DEFAULT_MS, undefined],
  ])('%j', (header, waitMs, applied) => {
    expect(readPreference(header, DEFAULT_MS)).toEqual({ waitMs, applied });
  });
});
