import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, OTHER_WORKSPACE_ID, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
let server: TestServer;
let admin: Api;
let stranger: Api;
let definition: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample'], { WAYBILL_RUNS_IN_PROGRESS: 'none' });
  admin = await loginAs(server, ADMIN_EMAIL);
  await installation.addUser({ email: 'colleague@example.test' });
  await installation.addOtherWorkspace();
  await installation.addUser({ email: 'stranger@example.test', workspaceId: OTHER_WORKSPACE_ID });
  stranger = await loginAs(server, 'stranger@example.test', OTHER_WORKSPACE_ID);
  definition = await define(admin);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

interface Stream {
  /** The events so far: the name and the data of each. */
  readonly events: { name: string; data: Run & { export?: { guid: string } } }[];
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  close(): void;
}

async function follow(api: Api): Promise<Stream> {
  const client = new AbortController();
  const answer = await fetch(`${api.url}/v1/runs/events`, {
    headers: { arena_session_id: api.token! },
    signal: client.signal,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events: Stream['events'] = [];
  const read = async (): Promise<void> => {
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop()!;
      for (const part of parts) {
        const match = /^event: (\w+)\ndata: (.+)$/.exec(part);
        if (match !== null) events.push({ name: match[1]!, data: JSON.parse(match[2]!) as never });
      }
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!client.signal.aborted) throw error;
  });
  return { events, ended, close: () => client.abort() };
}

const statusesOf = ({ events }: Stream, guid: string): string[] =>
  events.filter(({ data }) => data.guid === guid).map(({ data }) => data.status);

it('tells each change of the runs of every user, as the list with ?view=full shows them, and nobody else', async () => {
  const elsewhere = await follow(stranger);
  const stream = await follow(admin);
  const colleague = await loginAs(server, 'colleague@example.test');
  const run = await runToEnd(colleague, definition);
  await until(() => statusesOf(stream, run.guid).includes('COMPLETE'));
  const order = ['CREATED', 'RUNNING', 'COMPLETE'];
  const places = statusesOf(stream, run.guid).map((status) => order.indexOf(status));
  expect(places).toEqual([...places].sort());
  const { body } = await admin.get<Paged<Run>>('/v1/runs?view=full&limit=1');
  expect(stream.events.at(-1)).toEqual({ name: 'run', data: body.results[0] });
  await colleague.get(`/v1/exports/${definition.guid}/runs/${run.guid}/files/${run.files![0]!.guid}/content`);
  await until(() => statusesOf(stream, run.guid).includes('DOWNLOADED'));
  expect(elsewhere.events).toEqual([]);
  stream.close();
  elsewhere.close();
  await Promise.all([stream.ended, elsewhere.ended]);
});

it('tells progress, which nobody is notified of', async () => {
  const release = await installation.lock('items');
  const stream = await follow(admin);
  try {
    const { body: run } = await admin.post<Run>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const progressNow = () => stream.events.at(-1)?.data.waybill?.['progress'] as { phase: string } | null;
    // What the worker itself has to tell while it waits for the lock.
    await until(() => progressNow()?.phase === 'selecting');
    const progress = { phase: 'writing', rowsWritten: 12, rowsEstimated: 100, bytesWritten: 34 };
    await installation.query('UPDATE export_runs SET progress = $2 WHERE guid = $1', [
      run.guid,
      JSON.stringify(progress),
    ]);
    await until(() => progressNow()?.phase === 'writing');
    expect(progressNow()).toEqual(progress);
    // Who comes now is told of it at once.
    const late = await follow(admin);
    await until(() => late.events.length > 0);
    expect(late.events[0]).toEqual(stream.events.at(-1));
    late.close();
    expect((await admin.post(`/v1/exports/${definition.guid}/runs/${run.guid}/abort`)).status).toBe(200);
    await until(() => statusesOf(stream, run.guid).includes('ABORTED'));
  } finally {
    await release();
    stream.close();
  }
});

it('tells an end that nobody was notified of', async () => {
  const release = await installation.lock('items');
  const stream = await follow(admin);
  try {
    const { body: run } = await admin.post<Run>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    await until(() => statusesOf(stream, run.guid).includes('RUNNING'));
    await installation.query(
      `UPDATE export_runs SET status = 'FAILED', ended_at = now(), lease = NULL, error_code = 3000, error_message = 'x' WHERE guid = $1`,
      [run.guid],
    );
    await until(() => statusesOf(stream, run.guid).includes('FAILED'));
  } finally {
    await release();
    stream.close();
  }
});

it('ends with the session', async () => {
  const session = await loginAs(server, 'colleague@example.test');
  const stream = await follow(session);
  await wait(300);
  expect((await session.send('/v1/logout', { method: 'PUT' })).status).toBe(200);
  await stream.ended;
});

it('is refused without a session, to the twenty-first of a user, and with a parameter', async () => {
  expect(codesOf(await createApi(server.url).get('/v1/runs/events'))).toEqual([401, 401]);
  expect(codesOf(await admin.get('/v1/runs/events?since=1'))).toEqual([400, 3019]);
  const session = await loginAs(server, 'colleague@example.test');
  const streams: Stream[] = [];
  for (let count = 0; count < 20; count += 1) streams.push(await follow(session));
  expect(codesOf(await session.get('/v1/runs/events'))).toEqual([429, 429]);
  for (const stream of streams) stream.close();
});

it('does not keep the server from stopping', async () => {
  const stream = await follow(admin);
  expect(await server.stop()).toBe(0);
  await stream.ended;
  server = await installation.serve(['--sample'], { WAYBILL_RUNS_IN_PROGRESS: 'none' });
  admin = await loginAs(server, ADMIN_EMAIL);
});
