import { randomBytes } from 'node:crypto';

export const GUID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
export const GUID_LENGTH = 20;
const GUID_PATTERN = /^[A-Z0-9]{20}$/;
/** Largest multiple of 36 in a byte: bytes above it would favour the alphabet's first letters. */
export const UNBIASED_LIMIT = 252;

/** 20 characters of A-Z0-9 from the operating system's secure source: 103 random bits. */
export function createGuid(): string {
  let guid = '';
  while (guid.length < GUID_LENGTH) {
    for (const byte of randomBytes(GUID_LENGTH + 4)) {
      if (byte < UNBIASED_LIMIT && guid.length < GUID_LENGTH)
        guid += GUID_ALPHABET.charAt(byte % GUID_ALPHABET.length);
    }
  }
  return guid;
}

export function isGuid(text: string): boolean {
  return GUID_PATTERN.test(text);
}
