import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import { unavailable } from '../kernel/errors.ts';

/** OWASP's scrypt setting of 32 MiB: N = 2^15, r = 8, p = 3; about 0.2 s of one core, off the main thread. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** Of the four threads that also compress archives and read files. */
const derivations = new PQueue({ concurrency: 2 });
/** So many may wait, some three seconds: who comes later is told to try again. */
const MAX_WAITING = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (derivations.size >= MAX_WAITING) throw unavailable();
  return derivations.add(() => scryptAsync(password.normalize('NFC'), salt, KEY_BYTES, COST));
}

/** `scrypt$<salt>$<key>`, both base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return ['scrypt', salt.toString('base64'), (await derive(password, salt)).toString('base64')].join('$');
}

/** Compares in constant time. Without a hash (no such user) the same work is done and the answer is false. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? '').split('$');
  const expected = hash === undefined ? Buffer.alloc(KEY_BYTES) : Buffer.from(key, 'base64');
  const actual = await derive(
    password,
    hash === undefined ? Buffer.alloc(SALT_BYTES) : Buffer.from(salt, 'base64'),
  );
  return expected.length === actual.length && timingSafeEqual(expected, actual) && hash !== undefined;
}
