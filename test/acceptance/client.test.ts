import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createClient,
  WaybillError,
  type Criteria,
  type FileRef,
  type Progress,
  type WaybillClient,
} from '../../client/src/index.ts';
import { ADMIN_EMAIL, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { createApi, define, ONE_ITEM, runToEnd, type Run } from '../support/api-client.ts';
import { openCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';

/** The TypeScript client against a real server; servers that misbehave are in test/client. */
const served = useServer({
  sample: true,
  users: { colleague: {} },
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
});

const CREDENTIALS = { email: ADMIN_EMAIL, password: PASSWORD, workspaceId: WORKSPACE_ID };
const CRITERIA = ONE_ITEM as Criteria;
const EVERYTHING = [[{ attribute: 'number', operator: 'CONTAINS', value: '0' }]];
const VIEWS = { exportViews: ['SPECS', 'BOM', 'SOURCING'], bomLevels: 'FULL' };
const A_MINUTE_MS = 60_000;

let client: WaybillClient;
let proxy: CuttingProxy;
beforeAll(async () => {
  client = createClient({ url: served.url, credentials: CREDENTIALS });
  proxy = await openCuttingProxy(served.url);
});
afterAll(() => proxy.close());

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file of some 100 KB, and what is in it. */
async function makeFile(): Promise<{ ref: FileRef; content: Buffer }> {
  const definition = await define(served.admin, { criteria: EVERYTHING, options: VIEWS });
  const run = await runToEnd(served.admin, definition);
  const ref = { definition: definition.guid, run: run.guid, file: run.files![0]!.guid };
  return { ref, content: await buffer((await client.download(ref)).stream) };
}

describe('the session', () => {
  it('is opened by the first request and tells who it is', async () => {
    expect(await client.login()).toMatchObject({ workspaceId: WORKSPACE_ID });
    const { data } = await client.GET('/v1/items', { params: { query: { limit: 1 } } });
    expect(data.results).toHaveLength(1);
  });

  it('is opened again when it has ended, once for all that need it', async () => {
    const other = createClient({ url: served.url, credentials: CREDENTIALS });
    const first = await other.login();
    await createClient({ url: served.url, token: first.arenaSessionId }).logout();
    const ask = () => other.GET('/v1/items', { params: { query: { limit: 1 } } });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.map(({ data }) => data.results.length)).toEqual(Array.from({ length: 8 }, () => 1));
    expect((await other.login()).arenaSessionId).not.toBe(first.arenaSessionId);
  });

  it('of a token that has ended is told, and not opened again', async () => {
    const { arenaSessionId } = await createClient({ url: served.url, credentials: CREDENTIALS }).login();
    let told = 0;
    const other = createClient({ url: served.url, token: arenaSessionId, onSignedOut: () => (told += 1) });
    await other.logout();
    await expect(other.GET('/v1/items')).rejects.toMatchObject({ status: 401, errors: [{ code: 401 }] });
    expect(told).toBe(1);
  });

  it('with a wrong password is refused in the server’s words', async () => {
    const other = createClient({ url: served.url, credentials: { ...CREDENTIALS, password: 'wrong' } });
    const error: unknown = await other.GET('/v1/items').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WaybillError);
    expect(error).toMatchObject({ status: 400, requestId: expect.any(String) as string });
    expect((error as WaybillError).has(4001)).toBe(true);
  });

  it('of all of the user ends everywhere', async () => {
    const credentials = { ...CREDENTIALS, email: 'colleague@example.test' };
    const [one, other] = [1, 2].map(() => createClient({ url: served.url, credentials }));
    const { arenaSessionId } = await other!.login();
    await one!.login();
    await one!.logout({ everywhere: true });
    await expect(createClient({ url: served.url, token: arenaSessionId }).GET('/v1/items')).rejects.toThrow(
      '401',
    );
  });
});

describe('a run', () => {
  it('is started, followed and downloaded, and how far it is is told', async () => {
    const definition = await define(served.admin, { criteria: null });
    const told: Progress[] = [];
    const { run, file, offset, stream } = await client.runAndDownload(definition.guid, {
      criteria: CRITERIA,
      onProgress: (progress) => told.push(progress),
    });
    const content = await buffer(stream);
    expect(run.status).toBe('COMPLETE');
    expect(offset).toBe(0);
    expect([content.length, sha256(content)]).toEqual([file.size, file.sha256]);
    expect(told[0]).toMatchObject({ phase: 'run', run: { guid: run.guid } });
    expect(told.at(-1)).toMatchObject({ phase: 'download', bytes: file.size });
  });

  it('started twice with one key is one run', async () => {
    const { guid } = await define(served.admin);
    const runs = await Promise.all([1, 2, 3].map(() => client.startRun(guid, { idempotencyKey: 'one' })));
    expect(new Set(runs.map((run) => run.guid)).size).toBe(1);
  });

  it('is followed from its start to its end', async () => {
    const definition = await define(served.admin, { criteria: EVERYTHING, options: VIEWS });
    const path = `/v1/exports/${definition.guid}/runs`;
    const { body: run } = await served.admin.post<Run>(path, {}, { Prefer: 'respond-async' });
    const states: string[] = [];
    for await (const { status, waybill } of client.followRun({
      definition: definition.guid,
      run: run.guid,
    })) {
      states.push(status);
      expect(waybill).toBeDefined();
    }
    expect(states.at(-1)).toBe('COMPLETE');
    expect(states).toEqual(states.toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)));
  });
});

const ORDER = ['CREATED', 'RUNNING', 'COMPLETE'];

describe('a download through a network that breaks', () => {
  it('goes on where it was cut, as often as it is cut, and is whole and verified', async () => {
    const { ref, content } = await makeFile();
    const through = createClient({ url: proxy.url, credentials: CREDENTIALS });
    const step = Math.ceil(content.length / 4);
    proxy.ranges.length = 0;
    proxy.cut(3, step);
    const { file, stream } = await through.download(ref);
    expect(sha256(await buffer(stream))).toBe(file.sha256);
    expect(proxy.ranges[0]).toBeNull();
    expect(proxy.ranges.length).toBe(4);
    const starts = proxy.ranges.slice(1).map((range) => Number(/^bytes=(\d+)-$/.exec(range!)![1]));
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(starts[0]).toBeGreaterThan(0);
  });

  it('goes on from a part that is there already', async () => {
    const { ref, content } = await makeFile();
    const kept = content.subarray(0, 1_000);
    async function* partial(): AsyncGenerator<Uint8Array> {
      yield kept;
    }
    const through = createClient({ url: proxy.url, credentials: CREDENTIALS });
    proxy.ranges.length = 0;
    const { offset, stream } = await through.download(ref, { partial: partial() });
    expect(offset).toBe(1_000);
    expect(Buffer.concat([kept, await buffer(stream)])).toEqual(content);
    expect(proxy.ranges).toEqual(['bytes=1000-']);
  });

  it('is refused at its end when one byte is another', async () => {
    const { ref } = await makeFile();
    const spoiling = await openCuttingProxy(served.url);
    spoiling.spoil(500);
    const through = createClient({ url: spoiling.url, credentials: CREDENTIALS });
    const { stream } = await through.download(ref);
    await expect(buffer(stream)).rejects.toMatchObject({ name: 'DownloadError', reason: 'wrong' });
    await spoiling.close();
  });

  it('ends at once with its signal', async () => {
    const { ref } = await makeFile();
    const stop = new AbortController();
    const { stream } = await client.download(ref, { signal: stop.signal });
    const reader = stream.getReader();
    await reader.read();
    stop.abort(new Error('enough'));
    await expect(
      (async () => {
        for (;;) if ((await reader.read()).done) return;
      })(),
    ).rejects.toThrow('enough');
  });
});

describe('pages', () => {
  it('give each run once while others are started', async () => {
    const { guid } = await define(served.admin);
    const start = () => served.admin.post(`/v1/exports/${guid}/runs`, {}, { Prefer: 'respond-async' });
    for (let run = 0; run < 6; run += 1) await start();
    const numbers: number[] = [];
    const query = { limit: 2 };
    for await (const run of client.pages('/v1/exports/{guid}/runs', { params: { path: { guid }, query } })) {
      numbers.push(run.number);
      if (numbers.length <= 4) await start();
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('give each item of the workspace once, whatever their size', async () => {
    const { data } = await client.GET('/v1/items', { params: { query: { limit: 1 } } });
    for (const limit of [7, 400]) {
      const numbers: unknown[] = [];
      for await (const { number } of client.pages('/v1/items', { params: { query: { limit } } }))
        numbers.push(number);
      expect(numbers).toHaveLength(data.count);
      expect(new Set(numbers).size).toBe(data.count);
    }
  });
});

describe('a server', () => {
  it('that is started again meanwhile is waited for', async () => {
    const port = new URL(served.url).port;
    const patient = createClient({
      url: served.url,
      credentials: CREDENTIALS,
      retry: { attempts: 12, firstWaitMs: 100 },
    });
    await patient.login();
    const restarting = served.restart(['--sample', '--port', port]);
    await wait(300);
    const { data } = await patient.GET('/v1/items', {
      params: { query: { limit: 1 } },
      signal: AbortSignal.timeout(A_MINUTE_MS),
    });
    await restarting;
    expect(data.results).toHaveLength(1);
  });

  it('whose allowance is spent is not asked again, and says when', async () => {
    await served.restart(['--sample'], { WAYBILL_REQUEST_LIMIT: '1' });
    const api = createApi(served.url);
    const spent = createClient({ url: api.url, credentials: CREDENTIALS });
    const ask = () => spent.GET('/v1/items', { params: { query: { limit: 1 } } });
    const error = (await ask()
      .then(ask)
      .catch((thrown: unknown) => thrown)) as WaybillError;
    expect(error).toMatchObject({ name: 'WaybillError', status: 429, errors: [{ code: 4084 }] });
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });
});
