import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { by } from '../access/audit.contract.ts';
import { fail, violation, WaybillError } from '../kernel/errors.ts';
import { storageFailureOf } from '../platform/storage/storage-failure.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { readByteRange, type ByteRange } from './byte-range.ts';
import { allowsRange, findFailedPrecondition, isNotModified, type Validators } from './conditional.ts';
import { contentDisposition } from './content-disposition.ts';
import type { ExportPorts } from './exports.service.ts';
import { markDownloaded } from './run-state.ts';
import type { RunFileRow } from './runs.store.ts';

export interface Downloads {
  /**
   * Answers a GET or HEAD of a file: whole, in part or not at all, as the request's conditions say. The run becomes DOWNLOADED after the
   * last byte of the file was handed to the network, also when it is the last byte of a download that was resumed.
   */
  send(file: RunFileRow, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Resolves when the downloads that have ended are written down: who downloads and then asks must see it. */
  settled(): Promise<void>;
}

export function createDownloads({
  db,
  storage,
  log,
  audit,
}: Pick<ExportPorts, 'db' | 'storage' | 'log' | 'audit'>): Downloads {
  const marking = new Set<Promise<unknown>>();
  const isWhole = createChecker(storage);

  function markWhenSent(reply: FastifyReply, runId: number): void {
    // 'finish' comes when the last byte was handed to the network; a client that went away before gets only 'close'.
    reply.raw.once('finish', () => {
      const marked = markDownloaded(db, runId)
        .catch((error: unknown) => {
          log.error({ runId, err: error }, 'the download was not written down');
        })
        .finally(() => marking.delete(marked));
      marking.add(marked);
    });
  }

  /** What is asked of a storage, or nothing when it cannot be read: who downloads is told to come again, who runs the server why. */
  async function askStorage<Result>(asked: Promise<Result>): Promise<Result | undefined> {
    return asked.catch((error: unknown) => {
      if (storageFailureOf(error) === undefined) throw error;
      log.error({ err: error }, 'a stored file cannot be read');
      return undefined;
    });
  }

  return {
    async send(file, request, reply) {
      const isKept = file.removedAt === null && file.expiresAt > new Date();
      if (!isKept || (await askStorage(isWhole(file))) !== true) return fail('fileUnavailable', file.guid);
      const validators = validatorsOf(file);
      const failed = findFailedPrecondition(request.headers, validators);
      if (failed !== undefined) return fail('preconditionFailed', failed);
      const common = {
        ETag: validators.etag,
        'Last-Modified': validators.lastModified.toUTCString(),
        'Cache-Control': 'private, no-transform',
      };
      if (isNotModified(request.headers, validators)) return reply.code(304).headers(common).send();
      const range = rangeOf(file, request, validators);
      const isHead = request.method === 'HEAD';
      // Before any header of a success: until here it may still be an error that is answered.
      const content = isHead ? undefined : await askStorage(openIfThere(storage, file.storageKey, range));
      if (!isHead && content === undefined) return fail('fileUnavailable', file.guid);
      const entry = {
        action: 'DOWNLOAD',
        ...by(callerOf(request)),
        outcome: 'STARTED',
        target: file.guid,
        detail: partOf(file, range),
      } as const;
      // Before the first byte goes out: who hangs up in the middle has had the rest.
      if (content !== undefined)
        await audit(db, entry).catch((error: unknown) => {
          content.destroy();
          throw error;
        });
      const length = range === undefined ? file.sizeBytes : range.end - range.start + 1;
      void reply.code(range === undefined ? 200 : 206).headers({
        ...common,
        'Accept-Ranges': 'bytes',
        'Content-Type': file.mimeType,
        'Content-Length': length,
        ...(range !== undefined && {
          'Content-Range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
        }),
        'Content-Disposition': contentDisposition(file.name),
        'Repr-Digest': `sha-256=:${file.sha256.toString('base64')}:`,
      });
      if (content === undefined) return reply.send();
      if (range === undefined || range.end === file.sizeBytes - 1) markWhenSent(reply, file.runId);
      return reply.send(
        exactly(length, content, (error) => {
          log.warn({ runId: file.runId, err: error }, 'a download ended before its last byte');
        }),
      );
    },
    async settled() {
      await Promise.allSettled(marking);
    },
  };
}

function validatorsOf({ sha256, createdAt }: RunFileRow): Validators {
  const lastModified = new Date(createdAt);
  lastModified.setUTCMilliseconds(0);
  return { etag: `"${sha256.toString('hex')}"`, lastModified };
}

/** What of a file is sent, for people. */
function partOf({ name, sizeBytes }: RunFileRow, range: ByteRange | undefined): string {
  return range === undefined ? name : `bytes ${range.start}-${range.end}/${sizeBytes} of ${name}`;
}

/** The part that is asked for; undefined for the whole file. RFC 9110 defines ranges for GET alone. */
function rangeOf(
  { sizeBytes }: RunFileRow,
  { method, headers }: FastifyRequest,
  validators: Validators,
): ByteRange | undefined {
  if (method !== 'GET' || !allowsRange(headers, validators)) return undefined;
  const range = readByteRange(headers.range, sizeBytes);
  if (range === 'unsatisfiable') {
    throw new WaybillError([violation('rangeNotSatisfiable', headers.range ?? '')], {
      'Content-Range': `bytes */${sizeBytes}`,
    });
  }
  return range;
}

/** Retention, or somebody at the disk, may remove a file at any moment. */
async function openIfThere(storage: Storage, key: string, range?: ByteRange): Promise<Readable | undefined> {
  return storage.openRead(key, range).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

/**
 * Content that fails when it is shorter than was promised: a file that somebody cuts short while it is read must end the connection,
 * and not be taken for one that was sent to its last byte.
 */
function exactly(sizeBytes: number, content: Readable, onFailure: (error: unknown) => void): Readable {
  let left = sizeBytes;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      done(null, chunk);
    },
    flush(done) {
      done(left === 0 ? null : new Error(`${left} bytes are missing from a stored file`));
    },
  });
  pipeline(content, counted).catch((error: unknown) => {
    // A client that goes away is no failure.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') onFailure(error);
  });
  return counted;
}

/** Files remembered as checked; 10 000 keys are under 2 MB. */
const MAX_CHECKED = 10_000;

/**
 * Whether the content is what was stored. Its checksum is read once in the life of a process, before the first byte goes out
 * (about 1 s for a GB); from then on its size must do.
 */
function createChecker(storage: Storage): (file: RunFileRow) => Promise<boolean> {
  const checked = new Set<string>();
  // Requests that come while a file is being read wait for the one reading.
  const reading = new Map<string, Promise<boolean>>();

  async function read({ storageKey, sha256 }: RunFileRow): Promise<boolean> {
    const content = await openIfThere(storage, storageKey);
    if (content === undefined) return false;
    const hash = createHash('sha256');
    await pipeline(content, hash);
    if (!hash.digest().equals(sha256)) return false;
    if (checked.size >= MAX_CHECKED) checked.clear();
    checked.add(storageKey);
    return true;
  }

  return async (file) => {
    const { storageKey, sizeBytes } = file;
    const stat = await storage.stat(storageKey);
    if (stat?.sizeBytes !== sizeBytes) return false;
    if (checked.has(storageKey)) return true;
    const result = reading.get(storageKey) ?? read(file).finally(() => reading.delete(storageKey));
    reading.set(storageKey, result);
    return result;
  };
}
