import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail, violation, WaybillError } from '../../kernel/errors.ts';
import type { Log } from '../log/log.ts';
import { storageFailureOf } from '../storage/storage-failure.ts';
import type { Storage } from '../storage/storage.ts';
import { readByteRange, type ByteRange } from './byte-range.ts';
import { allowsRange, findFailedPrecondition, isNotModified, type Validators } from './conditional.ts';

/** A file in storage, as it was put there. */
export interface HeldContent {
  /** Names the file in refusals. */
  readonly guid: string;
  readonly name: string;
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly mimeType: string;
  /** Undefined when the content of the file may be another one without its date being another. */
  readonly lastModified: Date | undefined;
}

/** One answer with a file, and what its owner has to say to it. */
export interface Delivery {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of answers with content, beside those that every file has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of answers with content and of 304. */
  readonly cacheControl: string;
  /** Before the first byte goes out, with what of the file is sent, for people. When it fails, nothing is sent. */
  readonly onStart: (part: string) => Promise<void>;
  /** The last byte of the file was handed to the network, also when it is the last one of a download that was resumed. */
  readonly onSent?: () => void;
}

/** Answers a GET or HEAD of a file: whole, in part or not at all, as the request's conditions say; 3017 when its content is not there or not what was stored. */
export type SendContent = (content: HeldContent, delivery: Delivery) => Promise<FastifyReply>;

export function createContentSender({
  storage,
  log,
}: {
  readonly storage: Storage;
  readonly log: Log;
}): SendContent {
  const isWhole = createContentChecker(storage);

  /** What is asked of a storage, or nothing when it cannot be read: who downloads is told to come again, who runs the server why. */
  async function askStorage<Result>(asked: Promise<Result>): Promise<Result | undefined> {
    return asked.catch((error: unknown) => {
      if (storageFailureOf(error) === undefined) throw error;
      log.error({ err: error }, 'a stored file cannot be read');
      return undefined;
    });
  }

  return async (file, { request, reply, headers, cacheControl, onStart, onSent }) => {
    if ((await askStorage(isWhole(file))) !== true) return fail('fileUnavailable', file.guid);
    const validators = validatorsOf(file);
    const failed = findFailedPrecondition(request.headers, validators);
    if (failed !== undefined) return fail('preconditionFailed', failed);
    const common = {
      ETag: validators.etag,
      ...(validators.lastModified && { 'Last-Modified': validators.lastModified.toUTCString() }),
      'Cache-Control': cacheControl,
    };
    if (isNotModified(request.headers, validators)) return reply.code(304).headers(common).send();
    const range = rangeOf(file, request, validators);
    const isHead = request.method === 'HEAD';
    // Before any header of a success: until here it may still be an error that is answered.
    const content = isHead ? undefined : await askStorage(openIfThere(storage, file.storageKey, range));
    if (!isHead && content === undefined) return fail('fileUnavailable', file.guid);
    // Before the first byte goes out: who hangs up in the middle has had the rest.
    if (content !== undefined)
      await onStart(partOf(file, range)).catch((error: unknown) => {
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
      'Repr-Digest': `sha-256=:${file.sha256.toString('base64')}:`,
      ...headers,
    });
    if (content === undefined) return reply.send();
    // 'finish' comes when the last byte was handed to the network; a client that went away before gets only 'close'.
    if (onSent !== undefined && (range === undefined || range.end === file.sizeBytes - 1))
      reply.raw.once('finish', onSent);
    return reply.send(
      exactly(length, content, (error) => {
        log.warn({ file: file.guid, err: error }, 'a download ended before its last byte');
      }),
    );
  };
}

function validatorsOf({ sha256, lastModified }: HeldContent): Validators {
  const seconds = lastModified && new Date(lastModified);
  seconds?.setUTCMilliseconds(0);
  return { etag: `"${sha256.toString('hex')}"`, lastModified: seconds };
}

/** What of a file is sent, for people. */
function partOf({ name, sizeBytes }: HeldContent, range: ByteRange | undefined): string {
  return range === undefined ? name : `bytes ${range.start}-${range.end}/${sizeBytes} of ${name}`;
}

/** The part that is asked for; undefined for the whole file. RFC 9110 defines ranges for GET alone. */
function rangeOf(
  { sizeBytes }: HeldContent,
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
 * and not be taken for one that was sent to its last byte. It ends with its last byte, not when the disk says that nothing comes after: the
 * client has it by then, and may ask what has become of the run.
 */
function exactly(sizeBytes: number, content: Readable, onFailure: (error: unknown) => void): Readable {
  let left = sizeBytes;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      if (left < 0) {
        done(new Error('a stored file is longer than it was'));
        return;
      }
      this.push(chunk);
      if (left === 0) this.push(null);
      done();
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
export function createContentChecker(
  storage: Storage,
): (file: Pick<HeldContent, 'storageKey' | 'sizeBytes' | 'sha256'>) => Promise<boolean> {
  const checked = new Set<string>();
  // Requests that come while a file is being read wait for the one reading.
  const reading = new Map<string, Promise<boolean>>();

  async function read({ storageKey, sha256 }: Pick<HeldContent, 'storageKey' | 'sha256'>): Promise<boolean> {
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
