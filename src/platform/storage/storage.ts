import type { Readable } from 'node:stream';

/** What is kept under a key. */
export interface StoredContent {
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** A file on its way into storage, on the same file system. */
export interface TemporaryFile {
  readonly path: string;
  /** Removes it; nothing happens when it has been committed. */
  discard(): Promise<void>;
}

/** Keeps content under keys such as `exports/100000001/<run>/<file>.zip`. What can be read is whole. */
export interface Storage {
  createTemporary(): Promise<TemporaryFile>;
  /** Gives a finished file its key: on disk to stay when this resolves. */
  commit(temporary: TemporaryFile, key: string): Promise<void>;
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<StoredContent>;
  /** Bytes of a key, `range` both inclusive. Rejects with ENOENT when there are none. */
  openRead(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  stat(key: string): Promise<{ readonly sizeBytes: number } | undefined>;
  /** Removes a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Removes what processes that died have left on the way in; gives how many. */
  sweepTemporary(olderThanMs: number): Promise<number>;
}
