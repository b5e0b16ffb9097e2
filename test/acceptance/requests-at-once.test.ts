import { expect, it } from 'vitest';
import { PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { codesOf, createApi, define, login, type Api, type Paged, type Run } from '../support/api-client.ts';
import { until } from '../support/until.ts';

// Sessions and lists of runs that are asked for at the same moment are looked up together.
const AT_ONCE = 20;
const served = useServer({
  flags: ['--workers', '0'],
  users: { ann: {}, ben: {}, eve: {}, cut: {}, far: { elsewhere: true } },
});

/** Asks on and on, many at once, until stopped. */
function keepAsking(api: Api) {
  const asked: { readonly startedAt: number; readonly status: number }[] = [];
  let isOver = false;
  const all = Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (!isOver) {
        const startedAt = performance.now();
        asked.push({ startedAt, status: (await api.get('/v1/exports?limit=1')).status });
      }
    }),
  );
  return {
    asked,
    stop: async (): Promise<void> => {
      isOver = true;
      await all;
    },
  };
}

const logIn = (name: string): Promise<Api> =>
  login(served.url, { email: `${name}@example.test`, password: PASSWORD, workspaceId: WORKSPACE_ID });
const command = async (...args: string[]): Promise<void> => {
  expect((await served.installation.run([...args, '--workspace', String(WORKSPACE_ID)])).code).toBe(0);
};

it.each<[string, string, (session: Api) => Promise<unknown>]>([
  ['it logs out', 'ann', (session) => session.send('/v1/logout', { method: 'PUT' })],
  [
    'the user logs out everywhere, elsewhere',
    'ben',
    async () => (await logIn('ben')).send('/v1/logout?everywhere=true', { method: 'PUT' }),
  ],
  ['the operator ends it', 'eve', () => command('user', 'logout', '--email', 'eve@example.test')],
  ['the user is removed', 'cut', () => command('user', 'remove', '--email', 'cut@example.test')],
])(
  'a session under load is refused from the very next request on: %s [API-9, API-96]',
  async (_how, name, end) => {
    const session = await logIn(name);
    const { asked, stop } = keepAsking(session);
    await until(() => asked.length >= AT_ONCE);
    await end(session);
    const endedAt = performance.now();
    const after = () => asked.filter(({ startedAt }) => startedAt > endedAt);
    await until(() => after().length >= 3 * AT_ONCE);
    await stop();
    expect(asked.some(({ startedAt, status }) => startedAt < endedAt && status === 200)).toBe(true);
    expect(new Set(after().map(({ status }) => status))).toEqual(new Set([401]));
  },
);

it('of requests that come at once, each is answered for whoever makes it', async () => {
  const [member, far] = [await logIn('ben'), served.as('far')];
  const here = [await define(served.admin), await define(served.admin), await define(served.admin)];
  const there = await define(far);
  for (const [at, definition] of here.entries())
    for (let count = 0; count < at; count += 1)
      await served.admin.post(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
  const runsOf = (guid: string, query = '') => `/v1/exports/${guid}/runs${query}`;
  const questions: { readonly api: Api; readonly path: string; readonly answer: unknown }[] = [
    ...here.map(({ guid }, count) => ({ api: member, path: runsOf(guid), answer: [200, count, count] })),
    { api: served.admin, path: runsOf(here[2]!.guid, '?limit=1'), answer: [200, 2, 1] },
    { api: served.admin, path: runsOf(here[2]!.guid, '?status=FAILED'), answer: [200, 0, 0] },
    { api: served.admin, path: runsOf(here[2]!.guid, '?number=2'), answer: [200, 1, 1] },
    { api: far, path: runsOf(there.guid), answer: [200, 0, 0] },
    { api: far, path: runsOf(here[2]!.guid), answer: [400, 3011] },
    { api: member, path: runsOf(there.guid), answer: [400, 3011] },
    ...['NOPE', 'NULL', '{"a",b\\}'].map((guid) => ({
      api: member,
      path: runsOf(encodeURIComponent(guid)),
      answer: [400, 3011],
    })),
    { api: createApi(served.url, 'A'.repeat(43)), path: runsOf(here[1]!.guid), answer: [401, 401] },
    { api: createApi(served.url), path: runsOf(here[1]!.guid), answer: [401, 401] },
  ];
  const many = Array.from({ length: 8 }, () => questions).flat();
  const found = await Promise.all(
    many.map(async ({ api, path }) => {
      const answer = await api.get<Paged<Run>>(path);
      return answer.status === 200 ? [200, answer.body.count, answer.body.results.length] : codesOf(answer);
    }),
  );
  expect(found).toEqual(many.map(({ answer }) => answer));
});
