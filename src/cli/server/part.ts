import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { EXIT, OperatorError } from '../../kernel/errors.ts';
import { isAlive } from '../../platform/db/embedded/process.ts';

/** Which file the beginning in NAME.part is of; beside it in NAME.part.json. */
export interface PartRecord {
  readonly url: string;
  readonly definition: string;
  readonly run: string;
  readonly file: string;
  /** What was asked, for a command that asks the same again. */
  readonly question?: string;
}

/** The beginning of a download, until it is whole. */
export interface Part {
  readonly path: string;
  read(): ReadStream;
  /** After what is there, or from the beginning. */
  write(isResumed: boolean): WriteStream;
  /** Gives it the name that only whole files have. */
  finish(): Promise<void>;
  remove(): Promise<void>;
  /** Whatever came of it: lets others go on with it. */
  close(): Promise<void>;
}

const partPathOf = (target: string): string => `${target}.part`;
const recordPathOf = (target: string): string => `${target}.part.json`;
/** The id of the process that writes the part. */
const lockPathOf = (target: string): string => `${target}.part.lock`;

/** What is there of an earlier download to the same name. */
export async function findPart(
  target: string,
): Promise<{ readonly record: PartRecord; readonly sizeBytes: number; readonly madeAt: Date } | undefined> {
  try {
    const [text, { size, mtime }] = await Promise.all([
      readFile(recordPathOf(target), 'utf8'),
      stat(partPathOf(target)),
    ]);
    const record = JSON.parse(text) as PartRecord;
    return size === 0 ? undefined : { record, sizeBytes: size, madeAt: mtime };
  } catch (error) {
    // Nothing there, or nothing that could be gone on with.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Two that write to the same part would leave a file that is neither's. */
async function lock(target: string): Promise<void> {
  const path = lockPathOf(target);
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && isAlive(holder))
      throw new OperatorError(
        `Process ${holder} is downloading to ${target} already. Wait until it ends, or give another --out. If it is no download, remove ${path}.`,
        EXIT.failed,
      );
    await rm(path, { force: true });
  }
}

/** Begins, or goes on with, the part of a file. */
export async function openPart(target: string, record: PartRecord): Promise<Part> {
  const path = partPathOf(target);
  await lock(target);
  // First: a part without a record is never taken for that of another file.
  await writeFile(recordPathOf(target), `${JSON.stringify(record)}\n`);
  return {
    path,
    read: () => createReadStream(path),
    write: (isResumed) => createWriteStream(path, { flags: isResumed ? 'a' : 'w', flush: true }),
    async finish() {
      await rename(path, target);
      await rm(recordPathOf(target), { force: true });
    },
    async remove() {
      await rm(path, { force: true });
      await rm(recordPathOf(target), { force: true });
    },
    close: () => rm(lockPathOf(target), { force: true }),
  };
}
