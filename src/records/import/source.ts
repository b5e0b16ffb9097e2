import type { Readable } from 'node:stream';

/** A bundle, wherever it is kept: files by their names in it. */
export interface BundleSource {
  has(name: string): Promise<boolean>;
  open(name: string): Promise<Readable>;
  /** What the column of a table stands for: the name of one of its view's, or null when it is left out. By default what its header says. */
  readonly columnOf?: (file: string, header: string) => string | null;
  /** What a file is called by whoever made the bundle. By default as in the bundle. */
  readonly nameOf?: (file: string) => string;
  close(): void;
}
