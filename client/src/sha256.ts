import { hexOf } from './hex.ts';

/** A SHA-256 that is told its content piece by piece. */
export interface Sha256 {
  update(chunk: Uint8Array): void;
  /** In lower-case hexadecimal digits. */
  hex(): string;
}

interface NodeHash {
  update(chunk: Uint8Array): unknown;
  digest(encoding: 'hex'): string;
}
interface NodeProcess {
  getBuiltinModule?(name: 'node:crypto'): { createHash(name: 'sha256'): NodeHash } | undefined;
}

/** Node's own, which is several times as fast, where there is one: Web Crypto can only hash what is whole in memory. */
export async function createSha256(): Promise<Sha256> {
  const { process } = globalThis as { process?: NodeProcess };
  const crypto = process?.getBuiltinModule?.('node:crypto');
  if (crypto !== undefined) {
    const hash = crypto.createHash('sha256');
    return { update: (chunk) => void hash.update(chunk), hex: () => hash.digest('hex') };
  }
  return createPortableSha256();
}

/** For browsers. Loaded when it is needed: most of a page never downloads. */
export async function createPortableSha256(): Promise<Sha256> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const hash = sha256.create();
  return {
    update: (chunk) => void hash.update(chunk),
    hex: () => hexOf(hash.digest()),
  };
}
