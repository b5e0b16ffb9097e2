import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  fileUrlOf,
  messagesOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Paged,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';
import { noisyBundle } from '../support/noisy-bundle.ts';
import { findStored } from '../support/stored-files.ts';
import { until } from '../support/until.ts';

const served = useServer({ bundle: noisyBundle() });
let api: Api;
let definition: Definition;
let big: Definition;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api, { name: 'Größe "A" / 100%; $\u{1F680}' });
  big = await define(api, { name: 'Big', options: { fileContent: { item: 'ALL' } } });
});

const runPath = ({ guid }: Definition, run: Run): string => `/v1/exports/${guid}/runs/${run.guid}`;
const statusOf = async (run: Run, of = definition): Promise<string> =>
  (await api.get<Run>(runPath(of, run))).body.status;

/** The answer's head, with its body still to come. */
async function open(url: string, method = 'GET'): Promise<IncomingMessage> {
  const call = request(served.url + url, { method, headers: { arena_session_id: api.token! } });
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response;
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('GET …/files/{file}', () => {
  it('answers with the file’s metadata, in the order of the contract [API-161, API-162]', async () => {
    const run = await runToEnd(api, definition);
    const { status, body } = await api.get<RunFile>(fileUrlOf(definition, run));
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(
      'author category checkedOut creationDateTime description edition format guid hasMarkup haveContent lastModifiedDateTime latest location locked mimeType name number private size storageMethodName title sha256'.split(
        ' ',
      ),
    );
    expect(body).toMatchObject({
      author: run.creator,
      guid: run.files![0]!.guid,
      haveContent: true,
      mimeType: 'application/zip',
      name: 'Größe "A" / 100%; $\u{1F680} Export Results.zip',
      storageMethodName: 'FILE',
      title: null,
      size: expect.any(Number) as number,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await statusOf(run)).toBe('COMPLETE');
  });

  it('refuses query parameters: 3019', async () => {
    const run = await runToEnd(api, definition);
    expect(codesOf(await api.get(`${fileUrlOf(definition, run)}?view=full`))).toEqual([400, 3019]);
    expect(codesOf(await api.get(`${fileUrlOf(definition, run)}/content?inline=1`))).toEqual([400, 3019]);
  });
});

describe('GET …/files/{file}/content', () => {
  it('sends the bytes that the metadata tells of, with every header of the contract [API-163, API-164, API-165, API-167]', async () => {
    const run = await runToEnd(api, definition);
    const { body: file } = await api.get<RunFile>(fileUrlOf(definition, run));
    const response = await open(`${fileUrlOf(definition, run)}/content`);
    const content = await readAll(response);
    const hash = createHash('sha256').update(content);
    expect(response.statusCode).toBe(200);
    expect(content.length).toBe(file.size);
    expect(hash.copy().digest('hex')).toBe(file.sha256);
    expect(content.subarray(0, 2).toString()).toBe('PK');
    expect(response.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(file.size),
      etag: `"${file.sha256}"`,
      'repr-digest': `sha-256=:${hash.digest('base64')}:`,
      server: 'ArenaSolutions',
    });
    expect(response.headers['content-encoding']).toBeUndefined();
    const [, plain, encoded] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(
      response.headers['content-disposition']!,
    )!;
    expect(decodeURIComponent(encoded!)).toBe('Größe "A" _ 100%; $\u{1F680} Export Results.zip');
    expect(plain).toMatch(/^[\x20-\x7e]+ Export Results\.zip$/);
  });

  it('a name cannot end the header', async () => {
    const evil = await define(api, { name: 'a\r\nX-Evil: 1\r\n\r\n"; filename="../../evil' });
    const run = await runToEnd(api, evil);
    const response = await open(`${fileUrlOf(evil, run)}/content`);
    await readAll(response);
    expect(response.statusCode).toBe(200);
    expect(response.headers).not.toHaveProperty('x-evil');
    expect(response.headers['content-disposition']).not.toMatch(/[\r\n/\\]/);
  });

  it('turns the run DOWNLOADED, which the next request sees; it may be downloaded again [API-132, API-137, API-151, PAGE-5]', async () => {
    const run = await runToEnd(api, definition);
    const first = await readAll(await open(`${fileUrlOf(definition, run)}/content`));
    const shown = (await api.get<Run>(runPath(definition, run))).body;
    expect(shown).toEqual({ ...run, status: 'DOWNLOADED' });
    const second = await readAll(await open(`${fileUrlOf(definition, run)}/content`));
    expect(second.equals(first)).toBe(true);
    expect(await statusOf(run)).toBe('DOWNLOADED');
    const latest = await api.get<Run>(`/v1/exports/${definition.guid}/runs/latestCompleted`);
    expect(latest.body.guid).toBe(run.guid);
  });

  it('HEAD answers with the same headers and leaves the run COMPLETE [API-171]', async () => {
    const run = await runToEnd(api, definition);
    const url = `${fileUrlOf(definition, run)}/content`;
    const head = await open(url, 'HEAD');
    expect(await readAll(head)).toHaveLength(0);
    expect([head.statusCode, await statusOf(run)]).toEqual([200, 'COMPLETE']);
    const get = await open(url);
    await readAll(get);
    for (const name of [
      'content-type',
      'content-length',
      'content-disposition',
      'etag',
      'repr-digest',
      'cache-control',
    ]) {
      expect(head.headers[name], name).toBe(get.headers[name]);
    }
  });

  it('a run is DOWNLOADED only when the last byte has been sent [API-172]', async () => {
    const run = await runToEnd(api, big);
    const response = await open(`${fileUrlOf(big, run)}/content`);
    await once(response, 'readable');
    // The reader rests; what is under way fits no socket.
    await wait(300);
    expect(await statusOf(run, big)).toBe('COMPLETE');
    expect((await readAll(response)).length).toBe(Number(response.headers['content-length']));
    expect(await statusOf(run, big)).toBe('DOWNLOADED');
  });

  it('a client that hangs up in the middle leaves the run COMPLETE, and the next one gets all of it [API-132, API-172]', async () => {
    const run = await runToEnd(api, big);
    const { hostname, port } = new URL(served.url);
    for (const ending of ['destroy', 'reset'] as const) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(
        `GET ${fileUrlOf(big, run)}/content HTTP/1.1\r\nHost: x\r\narena_session_id: ${api.token!}\r\n\r\n`,
      );
      const [first] = (await once(socket, 'data')) as [Buffer];
      expect(first.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /);
      if (ending === 'destroy') socket.destroy();
      else socket.resetAndDestroy();
    }
    await wait(300);
    expect(await statusOf(run, big)).toBe('COMPLETE');
    await readAll(await open(`${fileUrlOf(big, run)}/content`));
    expect(await statusOf(run, big)).toBe('DOWNLOADED');
  });
});

describe('a file that cannot be downloaded: 400 / 3017', () => {
  let run: Run;
  let file: string;
  let stored: string;

  beforeAll(async () => {
    run = await runToEnd(api, definition);
    file = run.files![0]!.guid;
    const { sha256 } = (await api.get<RunFile>(fileUrlOf(definition, run))).body;
    stored = await findStored(served.installation, sha256);
    expect((await stat(stored)).size).toBeGreaterThan(0);
  });

  async function expectRefused(): Promise<void> {
    for (const method of ['GET', 'HEAD']) {
      const answer = await api.send(`${fileUrlOf(definition, run)}/content`, { method });
      expect(answer.status).toBe(400);
      if (method === 'HEAD') continue;
      expect(codesOf(answer)).toEqual([400, 3017]);
      expect(messagesOf(answer)).toEqual([`The file with guid "${file}" cannot be downloaded at this time.`]);
    }
    expect(await statusOf(run)).toBe('COMPLETE');
    expect((await api.get(fileUrlOf(definition, run))).status).toBe(200);
  }

  it('its content is missing [API-54]', async () => {
    await rename(stored, `${stored}.away`);
    await expectRefused();
    await rename(`${stored}.away`, stored);
  });

  it('its content fails its checksum [API-56]', async () => {
    const { size } = await stat(stored);
    await writeFile(stored, Buffer.alloc(size, 'x'));
    await expectRefused();
  });

  it('its content is cut short [API-56]', async () => {
    await truncate(stored, 10);
    await expectRefused();
  });

  it('results are kept 60 days [API-173, API-196]', async () => {
    const run = await runToEnd(api, definition);
    const { waybill, completionDateTime } = (await api.get<Run>(`${runPath(definition, run)}?view=full`))
      .body;
    const keptMs = Date.parse(String(waybill!['expirationDateTime'])) - Date.parse(completionDateTime!);
    expect(Math.abs(keptMs - 60 * 86_400_000)).toBeLessThanOrEqual(2_000);
    expect(await storedFilesOf(run)).toHaveLength(1);
  });
});

/** Files of the data folder that belong to a run. */
async function storedFilesOf(run: Run): Promise<string[]> {
  const folder = path.join(served.installation.dir, 'data/files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile() && one.parentPath.includes(run.guid)).map(({ name }) => name);
}

it('results expire: then content is refused 400 / 3017, for good, the file is deleted, and the run stays listed [API-55, API-174, API-175, API-176]', async () => {
  await served.restart(['--retention', '2s']);
  api = served.admin;
  const run = await runToEnd(api, definition);
  const url = fileUrlOf(definition, run);
  await until(async () => (await open(`${url}/content`, 'HEAD')).statusCode !== 200);
  const answer = await api.get(`${url}/content`);
  expect([codesOf(answer), messagesOf(answer)]).toEqual([
    [400, 3017],
    [`The file with guid "${run.files![0]!.guid}" cannot be downloaded at this time.`],
  ]);
  expect((await api.send(`${url}/content`, { method: 'HEAD' })).status).toBe(400);
  expect((await api.get<Run>(runPath(definition, run))).body).toEqual(run);
  const { body } = await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?number=${run.number}`);
  expect(body.results).toEqual([run]);
  // The file itself goes within a second or so.
  await until(async () => (await api.get<RunFile>(url)).body['haveContent'] === false);
  await until(async () => (await storedFilesOf(run)).length === 0);
});

it('no export leaves a temporary file behind', async () => {
  await waitForStatus(api, runPath(big, await runToEnd(api, big)), ['COMPLETE']);
  expect(await readdir(path.join(served.installation.dir, 'data/files/tmp'))).toEqual([]);
});
