import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createClient, type Download, type DownloadOptions } from '../../client/src/index.ts';

/** How a server answers one request for the content. */
interface Behaviour {
  /** The connection breaks after so many bytes of this answer. */
  readonly cutAfter?: number;
  readonly knowsRanges?: boolean;
  readonly status?: number;
  readonly etag?: string;
  /** Instead of what it keeps. */
  readonly content?: Uint8Array;
  /** Where the part begins that is sent, whatever was asked for. */
  readonly from?: number;
  /** Says nothing after so many bytes, and does not break. */
  readonly silentAfter?: number;
}

interface Answers {
  readonly content: Uint8Array;
  readonly sha256?: string | null;
  readonly reprDigest?: string;
  /** One for each request, and then whole answers. */
  readonly behaviours: Behaviour[];
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const REF = { definition: 'D', run: 'R', file: 'F' };
const retry = { attempts: 1, resumptions: 3, firstWaitMs: 1 };

function createFake({ content, sha256: told, reprDigest, behaviours }: Answers) {
  const ranges: (string | null)[] = [];
  const conditions: (string | null)[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];

  function answer(headers: Headers, signal: AbortSignal | null | undefined): Response {
    const behaviour = behaviours.shift() ?? {};
    const { knowsRanges = true, status, etag = '"e"', content: kept = content } = behaviour;
    const range = headers.get('Range');
    ranges.push(range);
    conditions.push(headers.get('If-Range'));
    if (status !== undefined)
      return Response.json({ status, errors: [{ code: 3017, message: 'No.' }] }, { status });
    const isWhole = range === null || !knowsRanges;
    const from = behaviour.from ?? (isWhole ? 0 : Number(/^bytes=(\d+)-$/.exec(range)![1]));
    return new Response(bodyOf(kept.subarray(from), behaviour, signal), {
      status: isWhole ? 200 : 206,
      headers: {
        ETag: etag,
        ...(!isWhole && { 'Content-Range': `bytes ${from}-${kept.length - 1}/${kept.length}` }),
        ...(reprDigest !== undefined && { 'Repr-Digest': reprDigest }),
      },
    });
  }

  function bodyOf(
    part: Uint8Array,
    { cutAfter, silentAfter }: Behaviour,
    signal: AbortSignal | null | undefined,
  ): ReadableStream<Uint8Array> {
    let sent = 0;
    signals.push(signal);
    return new ReadableStream({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
      pull(controller) {
        if (silentAfter !== undefined && sent >= silentAfter) return new Promise(() => undefined);
        const end = Math.min(sent + 7, part.length, cutAfter ?? Infinity);
        if (end > sent) controller.enqueue(part.slice(sent, end));
        else if (cutAfter !== undefined && sent >= cutAfter) controller.error(new TypeError('terminated'));
        else controller.close();
        sent = end;
        return undefined;
      },
    });
  }

  const fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if ((address as string).endsWith('/content')) return answer(new Headers(init.headers), init.signal);
    const digest = told === null ? undefined : (told ?? sha256(content));
    return Response.json({ guid: 'F', size: content.length, sha256: digest });
  };
  return { fetch, ranges, conditions, signals };
}

function download(answers: Answers, options: DownloadOptions = {}) {
  const fake = createFake(answers);
  const client = createClient({ url: 'http://waybill.test', token: 'T', fetch: fake.fetch, retry });
  return { fake, opened: client.download(REF, options) };
}

async function read(opened: Promise<Download>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await opened).stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 3) yield content.subarray(at, at + 3);
}

const CONTENT = Uint8Array.from({ length: 100 }, (_, at) => at);

describe('a download', () => {
  it('gives exactly the content, wherever it is cut and from whatever part it begins', async () => {
    const behaviour = fc.record({ cutAfter: fc.integer({ min: 1, max: 80 }), knowsRanges: fc.boolean() });
    const arbitrary = fc.record({
      content: fc.uint8Array({ minLength: 1, maxLength: 200 }),
      partial: fc.nat({ max: 200 }),
      behaviours: fc.array(behaviour, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ content, partial, behaviours }) => {
        const kept = content.subarray(0, Math.min(partial, content.length));
        const told: number[] = [];
        const { opened } = download(
          { content, behaviours: [...behaviours] },
          { partial: inPieces(kept), onBytes: (bytes) => told.push(bytes) },
        );
        expect((await opened).offset).toBe(kept.length);
        expect(Buffer.concat([kept, await read(opened)])).toEqual(Buffer.from(content));
        expect(told[0]).toBe(kept.length);
        expect(told.at(-1)).toBe(content.length);
        expect(told).toEqual(told.toSorted((one, other) => one - other));
      }),
    );
  });

  it('asks for the rest alone after a cut, and for that of the same content', async () => {
    const { fake, opened } = download({ content: CONTENT, behaviours: [{ cutAfter: 40 }, { cutAfter: 20 }] });
    expect(await read(opened)).toEqual(Buffer.from(CONTENT));
    expect(fake.ranges).toEqual([null, 'bytes=40-', 'bytes=60-']);
    expect(fake.conditions).toEqual([null, '"e"', '"e"']);
  });

  it('asks for nothing when all of it is there already, and still looks at it', async () => {
    const { fake, opened } = download({ content: CONTENT, behaviours: [] }, { partial: inPieces(CONTENT) });
    expect(await read(opened)).toHaveLength(0);
    expect(fake.ranges).toEqual([]);
    const other = download({ content: CONTENT, behaviours: [] }, { partial: inPieces(CONTENT.toReversed()) });
    await expect(read(other.opened)).rejects.toMatchObject({ name: 'DownloadError', reason: 'wrong' });
  });

  it('is resumed after errors that pass, and fails in the server’s words after others', async () => {
    const passing = [{ cutAfter: 10 }, { status: 503 }, { status: 502 }];
    expect(await read(download({ content: CONTENT, behaviours: passing }).opened)).toHaveLength(100);
    const lasting = download({ content: CONTENT, behaviours: [{ cutAfter: 10 }, { status: 400 }] });
    await expect(read(lasting.opened)).rejects.toMatchObject({
      name: 'WaybillError',
      errors: [{ code: 3017 }],
    });
  });

  it('gives up when it gets nowhere', async () => {
    const behaviours = [{ cutAfter: 10 }, ...Array.from({ length: 9 }, () => ({ cutAfter: 0 }))];
    const { fake, opened } = download({ content: CONTENT, behaviours });
    await expect(read(opened)).rejects.toMatchObject({
      name: 'DownloadError',
      reason: 'cut',
      message: 'The download broke off after 10 of 100 bytes, and could not be resumed.',
    });
    // The first, and the resumptions of which none brought anything.
    expect(fake.ranges).toHaveLength(1 + retry.resumptions);
  });

  it.each<[string, Answers]>([
    ['has another content', { content: CONTENT, behaviours: [{ content: CONTENT.toReversed() }] }],
    ['has too much', { content: CONTENT, behaviours: [{ content: new Uint8Array(101) }] }],
    ['begins elsewhere', { content: CONTENT, behaviours: [{ cutAfter: 10 }, { from: 20 }] }],
    [
      'does not fit the digest of its header, when nothing else tells one',
      { content: CONTENT, sha256: null, reprDigest: `sha-256=:${'A'.repeat(43)}=:`, behaviours: [] },
    ],
  ])('fails when what arrives %s', async (_what, answers) => {
    await expect(read(download(answers).opened)).rejects.toMatchObject({
      name: 'DownloadError',
      reason: 'wrong',
    });
  });

  it('fails when the server has another file after a cut', async () => {
    const behaviours = [{ cutAfter: 10 }, { etag: '"other"', knowsRanges: false }];
    await expect(read(download({ content: CONTENT, behaviours }).opened)).rejects.toMatchObject({
      reason: 'changed',
    });
  });

  it('is verified by the digest of the header where the file tells none', async () => {
    const reprDigest = `sha-256=:${createHash('sha256').update(CONTENT).digest('base64')}:`;
    const { opened } = download({
      content: CONTENT,
      sha256: null,
      reprDigest,
      behaviours: [{ cutAfter: 3 }],
    });
    expect(await read(opened)).toHaveLength(100);
  });

  it('refuses a partial file that is longer than the whole', async () => {
    const { opened } = download(
      { content: CONTENT, behaviours: [] },
      { partial: inPieces(new Uint8Array(101)) },
    );
    await expect(opened).rejects.toMatchObject({ reason: 'wrong' });
  });

  it('ends with its signal, and with its reader', async () => {
    const stop = new AbortController();
    const aborted = download(
      { content: CONTENT, behaviours: [{ silentAfter: 14 }] },
      { signal: stop.signal },
    );
    const reading = read(aborted.opened);
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await expect(reading).rejects.toThrow('enough');
    const left = download({ content: CONTENT, behaviours: [] });
    const reader = (await left.opened).stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(left.fake.ranges).toEqual([null]);
    expect(left.fake.signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('takes a connection that says nothing for a minute for dead', async () => {
    vi.useFakeTimers();
    try {
      const { fake, opened } = download({ content: CONTENT, behaviours: [{ silentAfter: 14 }] });
      const reading = read(opened);
      await vi.advanceTimersByTimeAsync(59_000);
      expect(fake.ranges).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await reading).toEqual(Buffer.from(CONTENT));
      expect(fake.ranges).toEqual([null, 'bytes=14-']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not take a reader that takes its time for a dead connection', async () => {
    vi.useFakeTimers();
    try {
      const { fake, opened } = download({ content: CONTENT, behaviours: [] });
      const reader = (await opened).stream.getReader();
      await reader.read();
      await vi.advanceTimersByTimeAsync(600_000);
      for (let done = false; !done;) ({ done } = await reader.read());
      expect(fake.ranges).toEqual([null]);
    } finally {
      vi.useRealTimers();
    }
  });
});
