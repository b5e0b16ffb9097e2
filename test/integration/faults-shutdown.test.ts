import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, define, waitForStatus, type Api, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type RunningCommand, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
/** Answers; the workers are processes of their own, so that they can be looked at when they have stopped. */
let server: TestServer;
let api: Api;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample', '--workers', '0']);
  api = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

/** A run that a worker has begun and that does not end before `unlock`. */
async function beginRun(graceMs: number): Promise<{
  run: string;
  worker: RunningCommand;
  unlock: () => Promise<void>;
}> {
  const unlock = await installation.lock('item_revisions');
  const runs = `/v1/exports/${(await define(api)).guid}/runs`;
  const { body } = await api.post<Run>(runs, {}, { Prefer: 'respond-async' });
  const worker = installation.start(['worker'], { WAYBILL_SHUTDOWN_GRACE: `${graceMs}ms` });
  await waitForStatus(api, `${runs}/${body.guid}`, ['RUNNING']);
  return { run: `${runs}/${body.guid}`, worker, unlock };
}

async function temporaryFiles(): Promise<string[]> {
  return readdir(path.join(installation.dir, 'data/files/tmp'));
}

it('a run that does not finish in time goes back to the queue at once, uncounted, and leaves no file', async () => {
  const { run, worker, unlock } = await beginRun(1_000);
  worker.child.kill('SIGTERM');
  expect((await worker.result).code).toBe(0);
  expect(await temporaryFiles()).toEqual([]);
  const jobs = await installation.query<{ state: string }>(
    "SELECT state::text FROM pgboss.job WHERE state < 'completed'",
  );
  expect(jobs).toEqual([{ state: 'retry' }]);
  await unlock();

  const next = installation.start(['worker']);
  await waitForStatus(api, run, ['COMPLETE']);
  expect((await api.get<Run>(`${run}?view=full`)).body.waybill).toMatchObject({ attempt: 1 });
  next.child.kill('SIGTERM');
  expect((await next.result).code).toBe(0);
});

it('a run that finishes in time is finished', async () => {
  const { run, worker, unlock } = await beginRun(30_000);
  worker.child.kill('SIGTERM');
  await unlock();
  expect((await worker.result).code).toBe(0);
  expect((await createApi(server.url, api.token).get<Run>(run)).body.status).toBe('COMPLETE');
});

it('a second signal ends the process at once, with 1; the next worker takes the run up', async () => {
  const { run, worker, unlock } = await beginRun(60_000);
  let said = '';
  worker.child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  worker.child.kill('SIGTERM');
  await until(() => said.includes('Stopping'));
  // The same signal within half a second is taken for the same one: npm passes on what a terminal has sent to all already.
  await wait(600);
  worker.child.kill('SIGTERM');
  expect((await worker.result).code).toBe(1);
  await unlock();
  // What of it is left is as after a crash; the queue misses the worker's heartbeat.
  await installation.query("UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 minute'");
  const next = installation.start(['worker']);
  await waitForStatus(api, run, ['COMPLETE']);
  next.child.kill('SIGTERM');
  expect((await next.result).code).toBe(0);
});
