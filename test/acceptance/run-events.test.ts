import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, useServer } from '../support/acceptance.ts';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  login,
  messagesOf,
  runToEnd,
  type Api,
  type Definition,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { until } from '../support/until.ts';

const served = useServer({
  sample: true,
  users: { colleague: {}, stranger: { elsewhere: true } },
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
});

const pathOf = (definition: Definition, run: Run): string =>
  `/v1/exports/${definition.guid}/runs/${run.guid}/events`;

/** The data of every event until the stream ends. */
async function follow(api: Api, path: string, signal?: AbortSignal): Promise<Run[]> {
  const answer = await fetch(api.url + path, {
    headers: { arena_session_id: api.token! },
    ...(signal !== undefined && { signal }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const text = await answer.text();
  const events = text.split('\n\n').filter((one) => one !== '' && !one.startsWith(':'));
  return events.map((event) => {
    const [, data] = /^event: run\ndata: (.+)$/.exec(event)!;
    return JSON.parse(data!) as Run;
  });
}

describe('GET /v1/exports/{guid}/runs/{run}/events', () => {
  it('tells each state of a run as ?view=full shows it, and ends with the run [API-202]', async () => {
    const definition = await define(served.admin);
    const { body: run } = await served.admin.post<Run>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const events = await follow(served.admin, pathOf(definition, run));
    const last = (await served.admin.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}?view=full`))
      .body;
    expect(events.at(-1)).toEqual(last);
    expect(last.status).toBe('COMPLETE');
    const order = ['CREATED', 'RUNNING', 'COMPLETE'];
    const places = events.map(({ status }) => order.indexOf(status));
    expect(places).toEqual([...places].sort());
    expect(places).not.toContain(-1);
  });

  it('tells a run that has ended once', async () => {
    const definition = await define(served.admin);
    const run = await runToEnd(served.admin, definition);
    expect((await follow(served.admin, pathOf(definition, run))).map(({ status }) => status)).toEqual([
      'COMPLETE',
    ]);
  });

  it('shows the moment of the records that the file has, as waybill.snapshot [API-199]', async () => {
    const definition = await define(served.admin);
    const run = await runToEnd(served.admin, definition);
    const [event] = await follow(served.admin, pathOf(definition, run));
    const { snapshot, startedDateTime } = event!.waybill as unknown as Record<string, string>;
    expect(snapshot).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(snapshot! >= startedDateTime! && snapshot! <= event!.completionDateTime!).toBe(true);
  });

  it('shows what was written, as waybill.progress [API-194]', async () => {
    const definition = await define(served.admin);
    const run = await runToEnd(served.admin, definition);
    const [event] = await follow(served.admin, pathOf(definition, run));
    const file = await served.admin.get<RunFile>(fileUrlOf(definition, run));
    expect(event!.waybill!['progress']).toEqual({
      phase: 'finished',
      rowsWritten: 1,
      rowsEstimated: expect.any(Number) as number,
      bytesWritten: file.body.size,
    });
  });

  it('is for the user who ran it', async () => {
    const definition = await define(served.admin);
    const path = pathOf(definition, await runToEnd(served.admin, definition));
    expect(codesOf(await createApi(served.url).get(path))).toEqual([401, 401]);
    expect(codesOf(await served.as('colleague').get(path))).toEqual([403, 3024]);
    expect(codesOf(await served.as('stranger').get(path))).toEqual([400, 3011]);
    expect(codesOf(await served.admin.get(`${path}?since=1`))).toEqual([400, 3019]);
    expect((await served.admin.send(path, { method: 'HEAD' })).status).toBe(200);
  });

  describe('of a run that goes on', () => {
    let path: string;
    beforeAll(async () => {
      await served.restart(['--sample', '--workers', '0']);
      const definition = await define(served.as('colleague'));
      const { body: run } = await served
        .as('colleague')
        .post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
      path = pathOf(definition, run);
    });

    it('ends with the session', async () => {
      const session = await login(served.url, { email: 'colleague@example.test', password: PASSWORD });
      const followed = follow(session, path);
      await wait(1_500);
      expect((await session.send('/v1/logout', { method: 'PUT' })).status).toBe(200);
      expect((await followed).map(({ status }) => status)).toEqual(['CREATED']);
    });

    it('are twenty at once for one user, whatever the session; one that is closed makes room', async () => {
      const clients = Array.from({ length: 20 }, () => new AbortController());
      const open = (signal: AbortSignal) =>
        fetch(served.url + path, { headers: { arena_session_id: served.as('colleague').token! }, signal });
      for (const { signal } of clients) expect((await open(signal)).status).toBe(200);
      const other = await login(served.url, { email: 'colleague@example.test', password: PASSWORD });
      const refused = await other.get(path);
      expect(codesOf(refused)).toEqual([429, 429]);
      expect(messagesOf(refused)[0]).toContain('20 runs at once');
      clients[0]!.abort();
      const client = new AbortController();
      await until(async () => {
        const answer = await open(client.signal);
        if (answer.status !== 200) await answer.text();
        return answer.status === 200;
      });
      for (const one of [...clients, client]) one.abort();
    });

    it('count only while somebody listens: who hangs up at once leaves nothing behind', async () => {
      const { hostname, port } = new URL(served.url);
      const request = `GET ${path} HTTP/1.1\r\nHost: x\r\narena_session_id: ${served.as('colleague').token!}\r\n\r\n`;
      for (let round = 0; round < 60; round += 1) {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        socket.write(request);
        await wait(round % 4);
        socket.destroy();
      }
      await until(async () => {
        const client = new AbortController();
        const { status } = await fetch(served.url + path, {
          headers: { arena_session_id: served.as('colleague').token! },
          signal: client.signal,
        });
        client.abort();
        return status === 200;
      });
    }, 20_000);
  });

  it('does not keep the server from stopping, as connections do not that nothing was asked on', async () => {
    const { hostname, port } = new URL(served.url);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const closed = once(silent, 'close');
    const definition = await define(served.admin);
    const { body: run } = await served.admin.post<Run>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const followed = follow(served.admin, pathOf(definition, run));
    await wait(300);
    await served.restart(['--sample']);
    expect((await followed).map(({ status }) => status)).toEqual(['CREATED']);
    await closed;
  }, 25_000);
});
