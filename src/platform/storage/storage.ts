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

/** A file on its way in, whose process may live or have died. */
export interface FoundTemporary {
  /** Whom {@link Storage.createTemporary} was told. */
  readonly owner: string | undefined;
  /** When it was last written to. */
  readonly modifiedAt: Date;
  remove(): Promise<void>;
}

/** Of the disk, or whatever it is, that a storage lies on. */
export interface StorageSpace {
  /** What this process may still write. */
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Keeps content under keys such as `exports/100000001/<run>/<file>.zip`. What can be read is whole. */
export interface Storage {
  /** @param owner letters and digits, by which the file is known when its process has died */
  createTemporary(owner?: string): Promise<TemporaryFile>;
  /** Gives a finished file its key: on disk to stay when this resolves. */
  commit(temporary: TemporaryFile, key: string): Promise<void>;
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<StoredContent>;
  /** Bytes of a key, `range` both inclusive. Rejects with ENOENT when there are none. */
  openRead(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  /** The content of a small key in memory of its own; undefined when it is not just so long. Rejects with ENOENT when there is none. */
  readWhole(key: string, sizeBytes: number): Promise<Buffer | undefined>;
  stat(key: string): Promise<{ readonly sizeBytes: number; readonly modifiedAt: Date } | undefined>;
  /** Removes a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Every key below a prefix such as `exports`, as it is come upon; what has a name that is no key is none of ours and passed over. */
  list(prefix: string): AsyncIterable<string>;
  listTemporary(): AsyncIterable<FoundTemporary>;
  space(): Promise<StorageSpace>;
}
