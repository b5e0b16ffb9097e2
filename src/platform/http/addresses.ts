import { BlockList, isIP, SocketAddress } from 'node:net';
import type { FastifyRequest } from 'fastify';

type Family = 'ipv4' | 'ipv6';

/** Addresses with the same first bits. */
interface AddressRange {
  readonly address: string;
  readonly prefix: number;
  readonly family: Family;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };
/** An IPv4 address as a socket that takes both kinds tells it. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;
const MAPPED_BITS = 96;

const familyOf = (address: string): Family => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** An address in the one way that it is compared and written down: no zone, and an IPv4 address in IPv6 clothes as IPv4. */
export function canonicalAddress(text: string | undefined): string | undefined {
  const kind = text === undefined ? 0 : isIP(text);
  if (text === undefined || kind === 0) return undefined;
  // There is one way to write it: Node takes no leading zeros. Every request asks.
  if (kind === 4) return text;
  const { address } = new SocketAddress({ address: text, family: familyOf(text) });
  return MAPPED.exec(address)?.[1] ?? address;
}

/** `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`; undefined for any other text. */
function parseRange(text: string): AddressRange | undefined {
  const [, given = '', bits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const address = canonicalAddress(given);
  if (address === undefined) return undefined;
  const family = familyOf(address);
  const isMapped = family !== familyOf(given);
  const prefix = bits === undefined ? BITS[family] : Number(bits) - (isMapped ? MAPPED_BITS : 0);
  return prefix >= 0 && prefix <= BITS[family] ? { address, prefix, family } : undefined;
}

/** A range as PostgreSQL reads it; undefined for text that is none. */
export function canonicalRange(text: string): string | undefined {
  const range = parseRange(text);
  return range && `${range.address}/${range.prefix}`;
}

/** Whether an address is in one of these ranges; text that is no address is in none. */
export function createAddressSet(ranges: readonly string[]): (address: string | undefined) => boolean {
  const set = new BlockList();
  for (const text of ranges) {
    const range = parseRange(text);
    if (range === undefined) throw new Error(`"${text}" is no range of addresses`);
    set.addSubnet(range.address, range.prefix, range.family);
  }
  return (address) => {
    const known = canonicalAddress(address);
    return known !== undefined && set.check(known, familyOf(known));
  };
}

/** An entry of `X-Forwarded-For`: an address, with a port where the proxy writes one. Undefined for what is none. */
export function forwardedAddress(entry: string | undefined): string | undefined {
  const text = entry?.trim();
  const { v4, v6 } =
    /^(?:(?<v4>[^:]+):\d{1,5}|\[(?<v6>[^\]]+)\](?::\d{1,5})?)$/.exec(text ?? '')?.groups ?? {};
  return canonicalAddress(v4 ?? v6 ?? text);
}

/** Which peers and entries of `X-Forwarded-For` are proxies whose word counts. */
export function createProxyTrust(trustedProxies: readonly string[]): (entry: string) => boolean {
  const isTrusted = createAddressSet(trustedProxies);
  return (entry) => isTrusted(forwardedAddress(entry));
}

/**
 * Where a request comes from: the other end of the connection, or what proxies that are trusted say. Undefined when the connection is
 * gone, and when such a proxy says what is no address: its own is not the client's, and a list may hold it.
 */
export function clientAddressOf({ ip }: FastifyRequest): string | undefined {
  return forwardedAddress(ip);
}

/** Whether a request says for whom it comes, and comes from nobody whose word on that counts. */
export function isForwardedByStranger({ headers, ips }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined && (ips?.length ?? 1) < 2;
}

/** Loopback, link-local, private (RFC 1918, RFC 4193) and shared (RFC 6598): a peer from there is of the same house. */
const isPrivate = createAddressSet([
  ...['127.0.0.0/8', '169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ...['::1', 'fe80::/10', 'fc00::/7'],
]);

/**
 * The client address of a request as one of which wrong logins are counted; undefined for none. A private peer that forwards and is not
 * trusted is a proxy that nobody has named: all of its clients would be closed out together.
 */
export function countedAddressOf(request: FastifyRequest): string | undefined {
  const address = clientAddressOf(request);
  return isForwardedByStranger(request) && isPrivate(address) ? undefined : address;
}
