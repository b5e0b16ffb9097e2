import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  fileUrlOf,
  runToEnd,
  type Api,
  type Definition,
  type ErrorBody,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';
import { noisyBundle } from '../support/noisy-bundle.ts';
import { findStored } from '../support/stored-files.ts';

const served = useServer({ bundle: noisyBundle() });
let api: Api;
let definition: Definition;
let big: Definition;
/** A run of the small export, new for each test, and what a client that has its file knows of it. */
let run: Run;
let file: RunFile;
let url: string;
let content: Buffer;
let etag: string;
let lastModified: string;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api, { name: 'Small' });
  big = await define(api, { name: 'Big', options: { fileContent: { item: 'ALL' } } });
});

beforeEach(async () => {
  run = await runToEnd(api, definition);
  ({ body: file } = await api.get<RunFile>(fileUrlOf(definition, run)));
  url = `${fileUrlOf(definition, run)}/content`;
  etag = `"${file.sha256}"`;
  lastModified = new Date(String(file['lastModifiedDateTime'])).toUTCString();
});

type Headers = Readonly<Record<string, string>>;

/** The answer's head, with its body still to come; no header goes out but these. */
async function open(path: string, headers: Headers = {}, method = 'GET'): Promise<IncomingMessage> {
  const call = request(served.url + path, { method, headers: { arena_session_id: api.token!, ...headers } });
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly content: Buffer;
}

async function fetchFile(headers: Headers = {}, method = 'GET'): Promise<Answered> {
  const response = await open(url, headers, method);
  const body = await buffer(response);
  return { status: response.statusCode!, headers: response.headers, content: body };
}

const statusOf = async (one: Run, of: Definition): Promise<string> =>
  (await api.get<Run>(`/v1/exports/${of.guid}/runs/${one.guid}`)).body.status;
const status = (): Promise<string> => statusOf(run, definition);

/** The bytes of the file, without a download that would count. */
async function readInParts(): Promise<Buffer> {
  const { content: first } = await fetchFile({ Range: `bytes=0-${file.size - 2}` });
  const stored = await fetchFile({ Range: 'bytes=-1' });
  return Buffer.concat([first, stored.content]);
}

function expectWhole({ status: answered, headers, content: body }: Answered): void {
  expect(answered).toBe(200);
  expect(headers).toMatchObject({
    'content-length': String(file.size),
    'accept-ranges': 'bytes',
    etag,
  });
  expect(headers).not.toHaveProperty('content-range');
  expect(createHash('sha256').update(body).digest('hex')).toBe(file.sha256);
}

describe('a single Range', () => {
  it('is answered 206 with those bytes, and says of which whole they are [API-166, API-167, API-168]', async () => {
    content = await readInParts();
    expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
    const { size } = file;
    for (const [range, start, end] of [
      ['bytes=0-0', 0, 0],
      ['bytes=10-19', 10, 19],
      ['bytes=5-', 5, size - 1],
      ['bytes=-7', size - 7, size - 1],
      [`bytes=-${size + 1}`, 0, size - 1],
      [`bytes=3-${size + 1_000}`, 3, size - 1],
      ['Bytes=10-19', 10, 19],
    ] as const) {
      const answered = await fetchFile({ Range: range });
      expect([range, answered.status]).toEqual([range, 206]);
      expect(answered.headers).toMatchObject({
        'content-range': `bytes ${start}-${end}/${size}`,
        'content-length': String(end - start + 1),
        'content-type': 'application/zip',
        'accept-ranges': 'bytes',
        'content-disposition': expect.stringContaining('Small Export Results.zip') as string,
        etag,
        'last-modified': lastModified,
        'repr-digest': `sha-256=:${createHash('sha256').update(content).digest('base64')}:`,
      });
      expect(answered.content.equals(content.subarray(start, end + 1))).toBe(true);
    }
  });

  it('that lies outside of the file is answered 416 with the size [API-168]', async () => {
    for (const range of [`bytes=${file.size}-`, `bytes=${file.size}-${file.size + 9}`, 'bytes=-0']) {
      const answered = await fetchFile({ Range: range });
      expect([range, answered.status]).toEqual([range, 416]);
      expect(answered.headers['content-range']).toBe(`bytes */${file.size}`);
      expect(answered.headers['content-type']).toMatch(/^application\/json/);
      expect(answered.headers['content-length']).toBe(String(answered.content.length));
      expect(JSON.parse(answered.content.toString()) as ErrorBody).toEqual({
        status: 416,
        errors: [{ code: 416, message: `The range "${range}" lies outside of the file.` }],
      });
    }
    expect(await status()).toBe('COMPLETE');
  });

  it.each([
    'bytes=2-1',
    'bytes=a-b',
    'bytes=',
    'bytes',
    'items=0-1',
    'bytes=0-1,5-6',
    'bytes=0-1, 99999999-',
  ])('%s is ignored: malformed, of another unit, or several', async (range) => {
    expectWhole(await fetchFile({ Range: range }));
    expect(await status()).toBe('DOWNLOADED');
  });
});

describe('DOWNLOADED', () => {
  it('comes with the last byte of a resumed download, and with no other part [API-172]', async () => {
    const half = Math.floor(file.size / 2);
    const first = await fetchFile({ Range: `bytes=0-${half - 1}` });
    expect([first.status, await status()]).toEqual([206, 'COMPLETE']);
    const almost = await fetchFile({ Range: `bytes=0-${file.size - 2}` });
    expect([almost.status, await status()]).toEqual([206, 'COMPLETE']);
    const rest = await fetchFile({ Range: `bytes=${half}-`, 'If-Range': etag });
    expect([rest.status, await status()]).toEqual([206, 'DOWNLOADED']);
    const whole = Buffer.concat([first.content, rest.content]);
    expect(createHash('sha256').update(whole).digest('hex')).toBe(file.sha256);
  });

  it('does not come with HEAD, 304, 412 or 416', async () => {
    const answers = [
      await fetchFile({}, 'HEAD'),
      await fetchFile({ 'If-None-Match': etag }),
      await fetchFile({ 'If-Match': '"other"' }),
      await fetchFile({ Range: `bytes=${file.size}-` }),
    ];
    expect(answers.map((one) => one.status)).toEqual([200, 304, 412, 416]);
    expect(await status()).toBe('COMPLETE');
  });

  it('does not come when the client hangs up on the last part, which may then be asked for again', async () => {
    const bigRun = await runToEnd(api, big);
    const path = `${fileUrlOf(big, bigRun)}/content`;
    const response = await open(path, { Range: 'bytes=1-' });
    expect(response.statusCode).toBe(206);
    await once(response, 'readable');
    response.destroy();
    // The server has heard of it once the next request is answered on another connection.
    const head = await open(path, {}, 'HEAD');
    await buffer(head);
    expect(await statusOf(bigRun, big)).toBe('COMPLETE');
    const size = Number(head.headers['content-length']);
    const rest = await open(path, { Range: `bytes=${size - 1_000_000}-` });
    expect(await buffer(rest)).toHaveLength(1_000_000);
    expect(await statusOf(bigRun, big)).toBe('DOWNLOADED');
  });
});

describe('If-Range [API-169]', () => {
  it.each([
    ['the ETag', () => etag],
    ['the date of Last-Modified', () => lastModified],
  ])('with %s: the part', async (_, header) => {
    const answered = await fetchFile({ Range: 'bytes=0-9', 'If-Range': header() });
    expect([answered.status, answered.content.length]).toEqual([206, 10]);
  });

  it.each([
    ['another ETag', () => '"other"'],
    ['a weak ETag', () => `W/${etag}`],
    ['an earlier date', () => new Date(Date.parse(lastModified) - 1_000).toUTCString()],
    ['a later date', () => new Date(Date.parse(lastModified) + 1_000).toUTCString()],
    ['no validator', () => 'x'],
  ])('with %s: the whole file', async (_, header) => {
    expectWhole(await fetchFile({ Range: 'bytes=0-9', 'If-Range': header() }));
    // Also when the part could not be given.
    expectWhole(await fetchFile({ Range: `bytes=${file.size}-`, 'If-Range': header() }));
  });

  it('alone means nothing', async () => {
    expectWhole(await fetchFile({ 'If-Range': etag }));
  });
});

describe('conditions', () => {
  it.each([
    ['If-None-Match with the ETag', () => ({ 'If-None-Match': etag })],
    ['If-None-Match with the ETag as a weak one', () => ({ 'If-None-Match': `W/${etag}` })],
    ['If-None-Match with the ETag in a list', () => ({ 'If-None-Match': `"x", ${etag},"y"` })],
    ['If-None-Match: *', () => ({ 'If-None-Match': '*' })],
    ['If-Modified-Since with the date of Last-Modified', () => ({ 'If-Modified-Since': lastModified })],
    ['If-None-Match before Range', () => ({ 'If-None-Match': etag, Range: 'bytes=0-0' })],
  ])('%s: 304 without a body [API-170]', async (_, headers) => {
    for (const method of ['GET', 'HEAD']) {
      const answered = await fetchFile(headers(), method);
      expect([answered.status, answered.content.length]).toEqual([304, 0]);
      expect(answered.headers).toMatchObject({ etag, 'last-modified': lastModified });
      for (const name of ['content-type', 'content-length', 'content-disposition', 'content-range'])
        expect(answered.headers).not.toHaveProperty(name);
    }
    expect(await status()).toBe('COMPLETE');
  });

  it.each([
    ['If-None-Match with another ETag', () => ({ 'If-None-Match': '"x"' })],
    [
      'If-None-Match with another ETag beside a date',
      () => ({
        'If-None-Match': '"x"',
        'If-Modified-Since': lastModified,
      }),
    ],
    [
      'If-Modified-Since with an earlier date',
      () => ({
        'If-Modified-Since': new Date(Date.parse(lastModified) - 1_000).toUTCString(),
      }),
    ],
    ['If-Modified-Since with what is no date', () => ({ 'If-Modified-Since': 'yesterday' })],
    ['If-Match with the ETag', () => ({ 'If-Match': `"x", ${etag}` })],
    ['If-Match: *', () => ({ 'If-Match': '*' })],
    ['If-Unmodified-Since with the date of Last-Modified', () => ({ 'If-Unmodified-Since': lastModified })],
  ])('%s: the file', async (_, headers) => {
    expectWhole(await fetchFile(headers()));
  });

  it.each([
    ['If-Match', () => ({ 'If-Match': '"x"' })],
    ['If-Match', () => ({ 'If-Match': `W/${etag}` })],
    ['If-Match', () => ({ 'If-Match': '"x"', 'If-None-Match': etag, Range: 'bytes=0-0' })],
    [
      'If-Unmodified-Since',
      () => ({ 'If-Unmodified-Since': new Date(Date.parse(lastModified) - 1_000).toUTCString() }),
    ],
  ])('%s for another state: 412', async (name, headers) => {
    const answered = await fetchFile(headers());
    expect(answered.status).toBe(412);
    expect(JSON.parse(answered.content.toString()) as ErrorBody).toEqual({
      status: 412,
      errors: [
        {
          code: 412,
          message: `The file is not in the state that the header ${name} of the request asks for.`,
        },
      ],
    });
    expect(answered.headers).not.toHaveProperty('content-disposition');
  });
});

it('HEAD knows no ranges and tells what GET would [API-171]', async () => {
  const head = await fetchFile({ Range: 'bytes=0-9' }, 'HEAD');
  expect([head.status, head.content.length]).toEqual([200, 0]);
  const get = await fetchFile();
  expectWhole(get);
  for (const name of [
    'accept-ranges',
    'content-length',
    'content-type',
    'etag',
    'last-modified',
    'repr-digest',
  ])
    expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  expect(head.headers).not.toHaveProperty('content-range');
});

it('a file that is gone is refused 400 / 3017, whatever the conditions', async () => {
  // No other export has the same bytes, so that it is this run's file that goes.
  const alone = await define(api, { name: 'Alone', options: { exportViews: ['SPECS', 'SOURCING'] } });
  const itsUrl = fileUrlOf(alone, await runToEnd(api, alone));
  const { body: its } = await api.get<RunFile>(itsUrl);
  const stored = await findStored(served.installation, its.sha256);
  await rename(stored, `${stored}.away`);
  const conditions: Headers[] = [
    {},
    { Range: 'bytes=0-9' },
    { 'If-None-Match': `"${its.sha256}"` },
    { 'If-Match': '"x"' },
  ];
  for (const headers of conditions)
    expect(codesOf(await api.send(`${itsUrl}/content`, { headers }))).toEqual([400, 3017]);
  await rename(`${stored}.away`, stored);
  expect((await api.get(`${itsUrl}/content`)).status).toBe(200);
});
