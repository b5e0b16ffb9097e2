import { beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  type Api,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { withFile } from '../support/view-records.ts';
import { readZipDirectory, readZipMember } from '../support/zip-reader.ts';

/** Loops as they stand in integrations in the wild, written out as those have them. */
const served = useServer({ sample: true, env: { WAYBILL_RUNS_IN_PROGRESS: 'none' } });
const RUNS = 7;

async function login(workspaceId: number | string = WORKSPACE_ID): Promise<Api> {
  const { status, body } = await createApi(served.url).post<{ arenaSessionId: string }>('/v1/login', {
    email: ADMIN_EMAIL,
    password: PASSWORD,
    workspaceId,
  });
  expect(status).toBe(200);
  return createApi(served.url, body.arenaSessionId);
}

let guid: string;
beforeAll(async () => {
  ({ guid } = await define(served.admin));
  for (let run = 0; run < RUNS; run += 1)
    await served.admin.post(`/v1/exports/${guid}/runs`, {}, { Prefer: 'respond-async' });
});

describe('paging', () => {
  it.each([1, 2, 3, 6, 7, 8, 20])(
    'until a page is shorter than the limit ends with every run exactly once: limit %i [API-37]',
    async (limit) => {
      const numbers: number[] = [];
      for (let offset = 0; ; offset += limit) {
        const { body } = await served.admin.get<Paged<Run>>(
          `/v1/exports/${guid}/runs?offset=${offset}&limit=${limit}`,
        );
        numbers.push(...body.results.map(({ number }) => number));
        if (body.results.length < limit) break;
      }
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
    },
  );

  it.each([1, 3, 7, 400])(
    'until the offset reaches the count ends with every run exactly once: limit %i [API-38]',
    async (limit) => {
      const numbers: number[] = [];
      let offset = 0;
      let count: number;
      do {
        const { body } = await served.admin.get<Paged<Run>>(
          `/v1/exports/${guid}/runs?offset=${offset}&limit=${limit}`,
        );
        ({ count } = body);
        numbers.push(...body.results.map(({ number }) => number));
        offset += limit;
      } while (offset < count);
      expect(count).toBe(RUNS);
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
    },
  );

  it('through the items of a workspace by both loops gives the same items, each once [API-37, API-38]', async () => {
    const short: string[] = [];
    for (let offset = 0; ; offset += 7) {
      const { body } = await served.admin.get<Paged<{ number: string }>>(
        `/v1/items?offset=${offset}&limit=7`,
      );
      short.push(...body.results.map(({ number }) => number));
      if (body.results.length < 7) break;
    }
    const counted: string[] = [];
    for (let offset = 0, count = 1; offset < count; offset += 400) {
      const { body } = await served.admin.get<Paged<{ number: string }>>(
        `/v1/items?offset=${offset}&limit=400`,
      );
      ({ count } = body);
      counted.push(...body.results.map(({ number }) => number));
    }
    expect(short).toEqual(counted);
    expect(new Set(short).size).toBe(short.length);
    expect(short.length).toBeGreaterThan(70);
  });
});

describe('sessions', () => {
  it('a client that logs in again before every call is served, and its older sessions go on [API-92]', async () => {
    const first = await login();
    for (let call = 0; call < 5; call += 1)
      expect((await (await login()).get('/v1/exports')).status).toBe(200);
    expect((await first.get('/v1/exports')).status).toBe(200);
  });

  it('a client that takes 401 for an expired session logs in and repeats the call once', async () => {
    let api = await login();
    await api.send('/v1/logout', { method: 'PUT' });
    const call = async (): Promise<number> => {
      const answer = await api.get('/v1/exports');
      if (answer.status !== 401) return answer.status;
      api = await login();
      return (await api.get('/v1/exports')).status;
    };
    expect(await call()).toBe(200);
    expect(await call()).toBe(200);
  });

  it('a wrong login is 400, so that such a client does not log in for ever [API-91]', async () => {
    const answer = await createApi(served.url).post('/v1/login', { email: ADMIN_EMAIL, password: 'wrong' });
    expect(codesOf(answer)).toEqual([400, 4001]);
  });

  it.each([WORKSPACE_ID, String(WORKSPACE_ID)])('workspaceId may be %j [API-89]', async (workspaceId) => {
    expect((await (await login(workspaceId)).get('/v1/exports')).status).toBe(200);
  });
});

describe('a download', () => {
  it('straight from the answer to POST, without polling, read by end record and central directory alone [API-145, VIE-84]', async () => {
    const { body: run } = await served.admin.post<Run>(`/v1/exports/${guid}/runs`, {}, { Prefer: 'wait=60' });
    const answer = await fetch(`${served.url}${fileUrlOf({ guid }, run)}/content`, {
      headers: { arena_session_id: served.admin.token! },
    });
    await withFile(Buffer.from(await answer.arrayBuffer()), async (file) => {
      const { members } = await readZipDirectory(file);
      expect(members.map(({ name }) => name.toString())).toEqual(['SPECS.csv']);
      expect((await readZipMember(file, members[0]!)).toString()).toMatch(/^number,guid,.*\r\n900-00001,/);
    });
  });
});
