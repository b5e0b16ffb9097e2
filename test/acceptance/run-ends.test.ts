import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  messagesOf,
  runToEnd,
  waitForStatus,
  type Answer,
  type Api,
  type Definition,
  type Run,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';
import { TESTED_DIR, type RunningCommand } from '../support/installation.ts';
import { findStored } from '../support/stored-files.ts';

/** Of the sample's 900-00001, whose effective revision has it. */
const CONTENT = { guid: 'J7A52G8N6GSBPC02S7H1', name: 'model-300-assembly-drawing.pdf' };
const ZULU = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const NO_PRIVILEGE = 'Either you do not have privileges to access the requested data or it does not exist.';

/** Answers and does not work: a run stays CREATED until a worker comes. Several wait at a time. */
const served = useServer({
  sample: true,
  flags: ['--workers', '0'],
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
  users: { owner: {}, other: {} },
});
let owner: Api;
let other: Api;
let admin: Api;
let definition: Definition;

beforeAll(async () => {
  [owner, other, admin] = [served.as('owner'), served.as('other'), served.admin];
  definition = await define(owner);
});

const pathOf = (run: Run, of = definition): string => `/v1/exports/${of.guid}/runs/${run.guid}`;
const abort = (api: Api, run: Run): Promise<Answer<Run>> => api.post<Run>(`${pathOf(run)}/abort`);

async function queued(of = definition): Promise<Run> {
  const { body } = await owner.post<Run>(`/v1/exports/${of.guid}/runs`, {}, { Prefer: 'respond-async' });
  return body;
}

describe('while nobody works', () => {
  it('a run is CREATED: accepted and queued [API-125, API-129, PAGE-2]', async () => {
    const run = await queued();
    expect(run).toMatchObject({ status: 'CREATED', completionDateTime: null, criteriaResultsCount: null });
    expect((await owner.get<Run>(pathOf(run))).body).toEqual(run);
    await abort(owner, run);
  });

  it('its owner aborts it: ABORTED, completionDateTime stays null, its end stands under waybill.endedDateTime [API-127, API-134, API-201, API-205, PAGE-7]', async () => {
    const run = await queued();
    const answer = await abort(owner, run);
    expect([answer.status, answer.body]).toEqual([200, { ...run, status: 'ABORTED' }]);
    const { waybill, ...rest } = (await owner.get<Run>(`${pathOf(run)}?view=full`)).body;
    expect(rest).toEqual({ ...run, status: 'ABORTED' });
    expect(waybill).toMatchObject({
      endedDateTime: expect.stringMatching(ZULU) as string,
      startedDateTime: null,
    });
  });

  it('an administrator aborts it too; another user is answered 403 / 3024 and the run goes on [API-58, API-201]', async () => {
    const run = await queued();
    const refused = await abort(other, run);
    expect([codesOf(refused), messagesOf(refused)]).toEqual([[403, 3024], [NO_PRIVILEGE]]);
    expect((await owner.get<Run>(pathOf(run))).body.status).toBe('CREATED');
    expect((await abort(admin, run)).body.status).toBe('ABORTED');
  });

  it('an abort twice is one abort', async () => {
    const run = await queued();
    const answers = await Promise.all([abort(owner, run), abort(owner, run), abort(admin, run)]);
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(Array(3).fill([200, 'ABORTED']));
  });

  it('an abort takes no fields and no unknown parameter', async () => {
    const run = await queued();
    expect(codesOf(await owner.post(`${pathOf(run)}/abort`, { reason: 'why not' }))).toEqual([400, 3031]);
    expect(codesOf(await owner.post(`${pathOf(run)}/abort?force=1`))).toEqual([400, 3019]);
    expect((await abort(owner, run)).body.status).toBe('ABORTED');
  });
});

describe('with a worker beside the server', () => {
  let worker: RunningCommand;
  let waiting: Run;
  let aborted: Run;

  beforeAll(async () => {
    [waiting, aborted] = [await queued(), await queued()];
    await abort(owner, aborted);
    worker = served.installation.start(['worker']);
  });

  afterAll(async () => {
    worker.child.kill('SIGTERM');
    expect((await worker.result).code).toBe(0);
  });

  it('the run that waited becomes COMPLETE, the aborted one stays ABORTED [API-131, API-136, API-138, PAGE-4]', async () => {
    expect((await waitForStatus(owner, pathOf(waiting), ['COMPLETE', 'FAILED'])).status).toBe('COMPLETE');
    const { waybill } = (await owner.get<Run>(`${pathOf(waiting)}?view=full`)).body;
    expect(waybill!['startedDateTime']).toMatch(ZULU);
    expect((await owner.get<Run>(pathOf(aborted))).body.status).toBe('ABORTED');
  });

  it('a POST is held until the worker, another process, has completed the run', async () => {
    expect((await runToEnd(owner, definition)).status).toBe('COMPLETE');
  });

  it('a run that has ended is not aborted any more, and stays what it is [API-138]', async () => {
    const run = await runToEnd(owner, definition);
    expect((await abort(owner, run)).status).toBe(409);
    expect((await owner.get<Run>(pathOf(run))).body).toEqual(run);
  });

  it('FAILED tells its owner why under ?view=full, and nothing internal [API-126, API-133, API-197, API-207, PAGE-6]', async () => {
    const withFiles = await define(owner, {
      options: { fileContent: { item: 'ALL' }, bomLevels: 'FULL', exportViews: ['FILES'] },
    });
    const whole = await runToEnd(owner, withFiles);
    expect(whole.status).toBe('COMPLETE');
    const sampleFile = path.join(TESTED_DIR, 'sample/files', CONTENT.guid, CONTENT.name);
    const sha256 = createHash('sha256')
      .update(await readFile(sampleFile))
      .digest('hex');
    const stored = await findStored(served.installation, sha256);
    for (const [spoil, reason] of [
      [() => writeFile(stored, 'other bytes'), 'its checksum differs'],
      [() => rm(stored), 'is missing or cannot be read'],
    ] as const) {
      await spoil();
      const run = await runToEnd(owner, withFiles);
      expect(run).toMatchObject({ status: 'FAILED', completionDateTime: null });
      expect(run).not.toHaveProperty('files');
      const { waybill } = (await owner.get<Run>(`${pathOf(run, withFiles)}?view=full`)).body;
      expect(waybill!.error!.code).toBe(3000);
      expect(waybill!.error!.message).toContain(`"${CONTENT.name}" (${CONTENT.guid})`);
      expect(waybill!.error!.message).toContain(reason);
      expect(waybill!.error!.message).not.toContain(served.installation.dir);
      expect([waybill!['startedDateTime'], waybill!['endedDateTime']]).toEqual([
        expect.stringMatching(ZULU),
        expect.stringMatching(ZULU),
      ]);
      const latest = await owner.get<Run>(`/v1/exports/${withFiles.guid}/runs/latestCompleted`);
      expect(latest.body.guid).toBe(whole.guid);
    }
  });

  it('a worker that is told to stop ends with 0, and its successor goes on', async () => {
    worker.child.kill('SIGTERM');
    await once(worker.child, 'exit');
    expect((await worker.result).code).toBe(0);
    const run = await queued();
    worker = served.installation.start(['worker']);
    expect((await waitForStatus(owner, pathOf(run), ['COMPLETE', 'FAILED'])).status).toBe('COMPLETE');
  });
});
