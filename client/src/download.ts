import { CutError, openBody, type OpenBody } from './body.ts';
import { DownloadError } from './errors.ts';
import { hexOf } from './hex.ts';
import { isPassing, Patience } from './patience.ts';
import type { Send } from './send.ts';
import { createSha256, type Sha256 } from './sha256.ts';
import type { RunFile } from './shapes.ts';
import type { RetrySettings } from './wait.ts';

export interface DownloadOptions {
  /** The beginning of the file, from an earlier attempt: it is read and hashed, and only the rest is asked for. */
  readonly partial?: AsyncIterable<Uint8Array>;
  /** Told how many bytes of the file there are now, those of `partial` among them. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

export interface Download {
  readonly file: RunFile;
  /** Where the stream begins in the file: after what `partial` held. */
  readonly offset: number;
  /**
   * The content from there on. After a cut it goes on where it was; it ends only when everything has come and is what the server says it
   * keeps, and fails with a DownloadError otherwise. Whoever writes it down gives it its name after the end.
   */
  readonly stream: ReadableStream<Uint8Array>;
}

/** A file's content, and where it is. */
export interface Source {
  readonly send: Send;
  readonly retry: RetrySettings;
  readonly url: string;
  readonly file: RunFile;
}

export async function openDownload(source: Source, options: DownloadOptions): Promise<Download> {
  const hash = await createSha256();
  const offset = await hashPartial(options.partial, hash);
  const { file } = source;
  if (offset > file.size)
    throw new DownloadError('wrong', `The partial file has ${offset} bytes, the whole one ${file.size}.`);
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const content = receive(source, { hash, offset, signal, onBytes: options.onBytes ?? (() => undefined) });
  return { file, offset, stream: streamOf(content, stop) };
}

async function hashPartial(partial: AsyncIterable<Uint8Array> | undefined, hash: Sha256): Promise<number> {
  let length = 0;
  for await (const chunk of partial ?? []) {
    hash.update(chunk);
    length += chunk.length;
  }
  return length;
}

/** As a web stream that asks for no more than is read. */
function streamOf(
  content: AsyncGenerator<Uint8Array, void, undefined>,
  stop: AbortController,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await content.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        stop.abort(reason);
        await content.return();
      },
    },
    { highWaterMark: 0 },
  );
}

interface Reception {
  /** Of what is there already. */
  readonly hash: Sha256;
  readonly offset: number;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

async function* receive(source: Source, reception: Reception): AsyncGenerator<Uint8Array, void, undefined> {
  const { file } = source;
  const { hash, signal, onBytes } = reception;
  const patience = new Patience(source.retry);
  let received = reception.offset;
  let first: Response | undefined;
  onBytes(received);
  while (received < file.size) {
    try {
      const { response, chunks } = await openFrom(source, { offset: received, signal, first });
      first ??= response;
      for await (const chunk of chunks) {
        received += chunk.length;
        if (received > file.size)
          throw new DownloadError('wrong', `More came than the ${file.size} bytes of the file.`);
        hash.update(chunk);
        patience.progress();
        onBytes(received);
        yield chunk;
      }
      if (received < file.size) throw new CutError('The connection ended too early');
    } catch (error) {
      await patience.bear(error, signal).catch((given: unknown) => {
        if (given !== error || !isPassing(error)) throw given;
        throw new DownloadError(
          'cut',
          `The download broke off after ${received} of ${file.size} bytes, and could not be resumed.`,
          error,
        );
      });
    }
  }
  const expected = (file.sha256 as string | undefined) ?? reprDigestOf(first);
  if (expected !== undefined && expected !== hash.hex())
    throw new DownloadError(
      'wrong',
      'The content that arrived is not what the server keeps. Download it again.',
    );
}

interface Part {
  readonly offset: number;
  readonly signal: AbortSignal;
  /** The first answer of this download: what it was about must still be there. */
  readonly first: Response | undefined;
}

/** The content from an offset on. */
async function openFrom({ send, url, file }: Source, { offset, signal, first }: Part): Promise<OpenBody> {
  const etag = first?.headers.get('ETag') ?? undefined;
  const isStrong = etag?.startsWith('"') === true;
  const body = await openBody(send, {
    url,
    signal,
    headers: {
      ...(offset > 0 && { Range: `bytes=${offset}-` }),
      ...(offset > 0 && isStrong && { 'If-Range': etag }),
    },
  });
  const { response, chunks } = body;
  const problem = findProblem(response, { etag, offset, sizeBytes: file.size });
  if (problem !== undefined) {
    body.close();
    throw problem;
  }
  return response.status === 206 ? body : { ...body, chunks: after(offset, chunks) };
}

function findProblem(
  { status, headers }: Response,
  expected: { readonly etag: string | undefined; readonly offset: number; readonly sizeBytes: number },
): DownloadError | undefined {
  const etag = headers.get('ETag') ?? undefined;
  if (etag !== undefined && expected.etag !== undefined && etag !== expected.etag)
    return new DownloadError('changed', 'The server has another file there now. Download it again.');
  if (status !== 206) return undefined;
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('Content-Range') ?? '') ?? [];
  const isAsked =
    Number(start) === expected.offset && (total === '*' || Number(total) === expected.sizeBytes);
  return isAsked ? undefined : new DownloadError('wrong', 'The server sent another part than was asked for.');
}

/** What a server that knows no ranges sends again is left out. */
async function* after(
  offset: number,
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = offset;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** RFC 9530, as hexadecimal digits. */
function reprDigestOf(response: Response | undefined): string | undefined {
  const digest = /\bsha-256=:([A-Za-z0-9+/=]+):/.exec(response?.headers.get('Repr-Digest') ?? '')?.[1];
  if (digest === undefined) return undefined;
  return hexOf(Uint8Array.from(atob(digest), (char) => char.charCodeAt(0)));
}
