import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('a password', () => {
  it('is known again however its letters were composed, and no other is', async () => {
    const hash = await hashPassword(' pa\u0308ss\0wörd 部品 😀 ');
    expect(hash).toMatch(/^scrypt\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/);
    expect(await verifyPassword(' p\u00e4ss\0wörd 部品 😀 ', hash)).toBe(true);
    expect(await verifyPassword(' p\u00e4ss\0wörd 部品 😀', hash)).toBe(false);
    // Another salt each time, so that equal passwords do not show.
    expect(await hashPassword(' pa\u0308ss\0wörd 部品 😀 ')).not.toBe(hash);
  });

  it.each([undefined, 'scrypt$$', 'scrypt$c2FsdA==$AAAA'])('is never right for the hash %j', async (hash) => {
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('is not right without a user for the key that stands in for the hash', async () => {
    // What an absent hash is compared with must not become a hash that fits.
    const standIn = `scrypt$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;
    expect(await verifyPassword('', standIn)).toBe(false);
  });
});
