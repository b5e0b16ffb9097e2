import { describe, expect, it } from 'vitest';
import {
  canonicalAddress,
  canonicalRange,
  createAddressSet,
  createProxyTrust,
  forwardedAddress,
} from './addresses.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    ['', undefined],
    ['unknown', undefined],
    ['192.0.2.7:4711', undefined],
    ['192.0.2.07', undefined],
    [undefined, undefined],
  ])('%s is %s', (text, address) => {
    expect(canonicalAddress(text)).toBe(address);
  });
});

describe('a range', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7/32'],
    [' 192.0.2.0/24 ', '192.0.2.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['::/0', '::/0'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:10.0.0.1', '10.0.0.1/32'],
    ['::ffff:10.0.0.0/95', undefined],
    ['192.0.2.0/33', undefined],
    ['2001:db8::/129', undefined],
    ['192.0.2.0/', undefined],
    ['192.0.2.0/-1', undefined],
    ['192.0.2.0/24/24', undefined],
    ['fe80::1%eth0/64', undefined],
    ['10/8', undefined],
    ['', undefined],
  ])('%s is %s', (text, range) => {
    expect(canonicalRange(text)).toBe(range);
  });
});

it('a set has the addresses of its ranges, in whatever form they come', () => {
  const has = createAddressSet(['10.0.0.0/8', '2001:db8::/32', '::ffff:192.0.2.7']);
  const found = ['10.255.0.1', '::ffff:10.0.0.1', '2001:db8:ffff::1', '192.0.2.7', '::ffff:c000:207'];
  for (const address of found) expect(has(address), address).toBe(true);
  const others = ['11.0.0.1', '::ffff:11.0.0.1', '2001:db9::1', '192.0.2.8', '::1', 'unknown', '', undefined];
  for (const address of others) expect(has(address), address).toBe(false);
});

describe('an entry of X-Forwarded-For', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['198.51.100.1:4711', '198.51.100.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    [' ::ffff:192.0.2.7 ', '192.0.2.7'],
    ['[::ffff:192.0.2.7]:80', '192.0.2.7'],
    ['198.51.100.1:', undefined],
    ['198.51.100.1:http', undefined],
    ['[198.51.100.1', undefined],
    ['proxy:80', undefined],
    ['unknown', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (entry, address) => {
    expect(forwardedAddress(entry)).toBe(address);
  });

  it('is a trusted proxy with its port, too', () => {
    const isTrusted = createProxyTrust(['10.0.0.0/8']);
    expect(['10.0.0.1', '10.0.0.1:8080', '11.0.0.1:8080', 'unknown'].map(isTrusted)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
