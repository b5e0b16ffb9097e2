import { describe, expect, it } from 'vitest';
import { createGuid, GUID_ALPHABET, GUID_LENGTH, isGuid, UNBIASED_LIMIT } from './guid.ts';

describe('createGuid', () => {
  it('is never the same twice, and has the form', () => {
    const guids = Array.from({ length: 10_000 }, createGuid);
    expect(guids.filter((guid) => !isGuid(guid))).toEqual([]);
    expect(new Set(guids).size).toBe(guids.length);
  });

  it('uses every letter and digit at every place', () => {
    // A symbol is missing at a place of 10 000 GUIDs with a chance of 36 × 20 × (35/36)^10000, below 10^-119.
    const seen = Array.from({ length: GUID_LENGTH }, () => new Set<string>());
    for (let round = 0; round < 10_000; round += 1) {
      for (const [place, symbol] of Array.from(createGuid()).entries()) seen[place]!.add(symbol);
    }
    const all = new Set(Array.from(GUID_ALPHABET));
    for (const symbols of seen) expect(symbols).toEqual(all);
  });

  it('takes bytes that favour no symbol', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < UNBIASED_LIMIT; byte += 1) {
      const symbol = GUID_ALPHABET[byte % GUID_ALPHABET.length]!;
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect(counts.size).toBe(36);
    expect([...new Set(counts.values())]).toEqual([7]);
  });
});

describe('isGuid', () => {
  it.each(['A'.repeat(20), '0'.repeat(20), '1CGJFNG2D0Y1QH0B0FJX'])('takes %s', (text) => {
    expect(isGuid(text)).toBe(true);
  });

  it.each([
    '',
    'A'.repeat(19),
    'A'.repeat(21),
    'a'.repeat(20),
    `${'A'.repeat(19)}-`,
    `${'A'.repeat(20)}\n`,
    `\n${'A'.repeat(20)}`,
    'Ä'.repeat(20),
    '١'.repeat(20),
  ])('refuses %j', (text) => {
    expect(isGuid(text)).toBe(false);
  });
});
