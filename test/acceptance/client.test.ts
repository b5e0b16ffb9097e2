import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createClient,
  WaybillError,
  type Criteria,
  type Progress,
  type WaybillClient,
} from '../../client/src/index.ts';
import { ADMIN_EMAIL, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { define, ONE_ITEM } from '../support/api-client.ts';

/** The TypeScript client against a real server; what a server does not do on demand is in client/src/*.test.ts. */
const served = useServer({ sample: true, env: { WAYBILL_RUNS_IN_PROGRESS: 'none' } });

const CREDENTIALS = { email: ADMIN_EMAIL, password: PASSWORD, workspaceId: WORKSPACE_ID };
const CRITERIA = ONE_ITEM as Criteria;

let client: WaybillClient;
beforeAll(() => {
  client = createClient({ url: served.url, credentials: CREDENTIALS });
});

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

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
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => other.GET('/v1/items', { params: { query: { limit: 1 } } })),
    );
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
});

describe('runAndDownload', () => {
  it('gives the file of a run, whole and verified, and tells how far it is', async () => {
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
});
