import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  login,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { PASSWORD, useServer } from '../support/acceptance.ts';

const OWNER = 'olga.owner@example.test';
const STRANGER = 'stranger@elsewhere.test';
const STRANGE_ADMIN = 'boss@elsewhere.test';

const CALLERS = [
  'no session',
  'an unknown token',
  'a logged-out token',
  'owner',
  'colleague',
  'administrator',
  'stranger',
  'their administrator',
] as const;
type CallerName = (typeof CALLERS)[number];

/** An item as many as there are workspaces have it, but only this one with this GUID. */
const ITEM_GUID = 'SECRET0ITEM0REVISION';
const served = useServer({
  bundle: { 'SPECS.csv': `number,name,guid\r\n900-00001,Model 300,${ITEM_GUID}\r\n` },
  users: {
    owner: { email: OWNER },
    colleague: {},
    stranger: { email: STRANGER, elsewhere: true },
    theirs: { email: STRANGE_ADMIN, role: 'administrator', elsewhere: true },
  },
});
let callers: Record<CallerName, Api>;
let definition: Definition;
let run: Run;

beforeAll(async () => {
  const left = await login(served.url, { email: OWNER, password: PASSWORD });
  await left.send('/v1/logout', { method: 'PUT' });
  callers = {
    'no session': createApi(served.url),
    'an unknown token': createApi(served.url, 'A'.repeat(43)),
    'a logged-out token': left,
    owner: served.as('owner'),
    colleague: served.as('colleague'),
    administrator: served.admin,
    stranger: served.as('stranger'),
    'their administrator': served.as('theirs'),
  };
  definition = await define(callers.owner, { name: 'Private' });
  run = await runToEnd(callers.owner, definition);
});

const definitionPath = (): string => `/v1/exports/${definition.guid}`;
const runPath = (): string => `${definitionPath()}/runs/${run.guid}`;

const OK = [200];
const CREATED = [201];
const UNAUTHENTICATED = [401, 401];
const NOT_HERE = [400, 3011];
const NOT_YOURS = [403, 3024];

interface Row {
  readonly route: string;
  readonly path: () => string;
  readonly body?: object;
  readonly owner: number[];
  /** Another user of the workspace. */
  readonly colleague: number[];
  readonly administrator: number[];
  /** A user of another workspace, its administrator too. */
  readonly stranger: number[];
}

/** Every user of the workspace sees definitions and the list of runs; a run and its files are of the user who ran it. */
const TABLE: readonly Row[] = [
  {
    route: 'GET /v1/exports',
    path: () => '/v1/exports',
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: OK,
  },
  {
    route: 'HEAD /v1/exports',
    path: () => '/v1/exports',
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: OK,
  },
  {
    route: 'POST /v1/exports',
    path: () => '/v1/exports',
    body: { name: 'x', world: 'ITEMS' },
    owner: CREATED,
    colleague: CREATED,
    administrator: CREATED,
    stranger: CREATED,
  },
  {
    route: 'GET /v1/exports/{guid}',
    path: definitionPath,
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: NOT_HERE,
  },
  {
    route: 'GET /v1/exports/{guid}/runs',
    path: () => `${definitionPath()}/runs`,
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: NOT_HERE,
  },
  {
    route: 'HEAD /v1/exports/{guid}/runs',
    path: () => `${definitionPath()}/runs`,
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: [400],
  },
  {
    route: 'POST /v1/exports/{guid}/runs',
    path: () => `${definitionPath()}/runs`,
    body: {},
    owner: CREATED,
    colleague: CREATED,
    administrator: CREATED,
    stranger: NOT_HERE,
  },
  {
    route: 'GET /v1/exports/{guid}/runs?view=full',
    path: () => `${definitionPath()}/runs?view=full`,
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: NOT_HERE,
  },
  {
    route: 'GET …/runs/latestCompleted',
    path: () => `${definitionPath()}/runs/latestCompleted`,
    owner: OK,
    colleague: OK,
    administrator: OK,
    stranger: NOT_HERE,
  },
  {
    route: 'GET …/runs/{run}',
    path: runPath,
    owner: OK,
    colleague: NOT_YOURS,
    administrator: NOT_YOURS,
    stranger: NOT_HERE,
  },
  {
    route: 'GET …/runs/{run}?view=full',
    path: () => `${runPath()}?view=full`,
    owner: OK,
    colleague: NOT_YOURS,
    administrator: NOT_YOURS,
    stranger: NOT_HERE,
  },
  {
    route: 'GET …/files/{file}',
    path: () => fileUrlOf(definition, run),
    owner: OK,
    colleague: NOT_YOURS,
    administrator: NOT_YOURS,
    stranger: NOT_HERE,
  },
  {
    route: 'HEAD …/files/{file}/content',
    path: () => `${fileUrlOf(definition, run)}/content`,
    owner: OK,
    colleague: [403],
    administrator: [403],
    stranger: [400],
  },
  {
    route: 'GET …/files/{file}/content',
    path: () => `${fileUrlOf(definition, run)}/content`,
    owner: OK,
    colleague: NOT_YOURS,
    administrator: NOT_YOURS,
    stranger: NOT_HERE,
  },
  // The run has ended: who may abort is told so with 409.
  {
    route: 'POST …/runs/{run}/abort',
    path: () => `${runPath()}/abort`,
    body: {},
    owner: [409, 409],
    colleague: NOT_YOURS,
    administrator: [409, 409],
    stranger: NOT_HERE,
  },
];

function expectedOf(row: Row, caller: CallerName): number[] {
  const method = row.route.split(' ', 1)[0];
  switch (caller) {
    case 'owner':
    case 'colleague':
    case 'administrator':
    case 'stranger':
      return row[caller];
    case 'their administrator':
      return row.stranger;
    default:
      return method === 'HEAD' ? [401] : UNAUTHENTICATED;
  }
}

describe.each(TABLE)('$route [API-58, API-155, API-158, API-159, API-160]', (row) => {
  it.each(CALLERS)('%s', async (caller) => {
    const method = row.route.split(' ', 1)[0]!;
    const answer = await callers[caller].send(row.path(), {
      method,
      ...(row.body !== undefined && { body: row.body }),
    });
    expect(codesOf(answer), answer.text).toEqual(expectedOf(row, caller));
    if (answer.status >= 400) {
      // A refusal says nothing of what is behind it.
      for (const secret of ['Private', OWNER, 'Olga', 'sha256']) expect(answer.text).not.toContain(secret);
      expect(answer.headers.get('etag')).toBeNull();
    }
  });
});

describe('what a user of another workspace learns', () => {
  it('a GUID that exists elsewhere is answered as one that exists nowhere', async () => {
    const { stranger } = callers;
    const own = await define(stranger);
    for (const path of [
      definitionPath(),
      `${definitionPath()}/runs`,
      `/v1/exports/${own.guid}/runs/${run.guid}`,
    ]) {
      const known = [definition.guid, run.guid].find(
        (guid) => path.endsWith(guid) || path.includes(`${guid}/runs`),
      )!;
      const nowhere = 'A'.repeat(20);
      const [there, missing] = [await stranger.get(path), await stranger.get(path.replace(known, nowhere))];
      expect(there.text.replace(known, nowhere)).toBe(missing.text);
      expect(there.status).toBe(missing.status);
    }
  });

  it('nothing by searching: neither definitions nor people of others', async () => {
    for (const query of [
      '',
      'name=*',
      'name=Private',
      'number=1',
      `creator.email=${OWNER}`,
      'creator.fullName=Olga*',
      `creator.guid=${run.creator.guid}`,
    ]) {
      const { body } = await callers.stranger.get<Paged<Definition>>(`/v1/exports?limit=400&${query}`);
      for (const one of body.results) expect([STRANGER, STRANGE_ADMIN]).toContain(one.creator.email);
    }
  });

  it('nothing by numbers: each workspace counts its own definitions', async () => {
    const { body } = await callers.stranger.get<Paged<Definition>>('/v1/exports?limit=400');
    expect(body.results.map(({ number }) => number)).toEqual(body.results.map((_, index) => index + 1));
  });

  it('nothing by the records: a run reads only its own workspace', async () => {
    expect((await runToEnd(callers.owner, definition)).criteriaResultsCount).toBe(1);
    const theirs = await define(callers.stranger);
    expect((await runToEnd(callers.stranger, theirs)).criteriaResultsCount).toBe(0);
    const guid = await define(callers.stranger, {
      criteria: [[{ attribute: 'guid', operator: 'IS_EQUAL_TO', value: ITEM_GUID }]],
    });
    expect((await runToEnd(callers.stranger, guid)).criteriaResultsCount).toBe(0);
  });
});
