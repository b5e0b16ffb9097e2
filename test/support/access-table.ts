import { SCREENS } from '../../src/app/page.contract.ts';
import { createGuid } from '../../src/kernel/guid.ts';

/** Who calls: in {@link Answers} each has a column. */
export const CALLERS = {
  'no session': 'nobody',
  'an unknown token': 'nobody',
  'a logged-out token': 'nobody',
  'an expired session': 'nobody',
  'a user who was removed from the workspace': 'nobody',
  owner: 'owner',
  colleague: 'colleague',
  'machine client': 'colleague',
  administrator: 'administrator',
  stranger: 'stranger',
  'their administrator': 'stranger',
} as const satisfies Readonly<Record<string, Exclude<keyof Answers, 'theirAdministrator'>>>;
export type CallerName = keyof typeof CALLERS;

/** The HTTP status, and of a refusal its code. */
type Expected = readonly [status: number, code?: number];

interface Answers {
  /** Without a valid session. */
  readonly nobody: Expected;
  /** Who made the definition and ran the run. */
  readonly owner: Expected;
  /** Another user of the workspace, a machine too. */
  readonly colleague: Expected;
  readonly administrator: Expected;
  /** A user of another workspace, its administrator too unless said otherwise. */
  readonly stranger: Expected;
  readonly theirAdministrator?: Expected;
}

/** What the paths and requests of the table are about: GUIDs, and who gets a session or a token by asking. */
export interface Subjects {
  readonly definition: string;
  readonly run: string;
  readonly file: string;
  readonly item: string;
  readonly itemFile: string;
  /** One that is complete. */
  readonly import: string;
  readonly credentials: { readonly email: string; readonly password: string };
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** A user of the workspace who does nothing, with a session; and a client that gets no tokens. */
  readonly idler: string;
  readonly idlersSession: string;
  readonly idleClient: string;
}

export interface Row {
  /** A method and a path, as openapi.json has it. A GET goes for its HEAD too. */
  readonly route: string;
  readonly query?: string;
  /** Tells rows of one route apart. */
  readonly note?: string;
  readonly answers: Answers;
  /** Sent as JSON. */
  readonly body?: (subjects: Subjects) => object;
  /** Sent as a form. */
  readonly form?: (subjects: Subjects) => Readonly<Record<string, string>>;
  /** Sent as the one file of a form. */
  readonly upload?: { readonly name: string; readonly text: string };
  /** Whether the session that makes the call is gone afterwards. */
  readonly endsSession?: true;
}

const OK = [200] as const;
const CREATED = [201] as const;
const UNAUTHENTICATED = [401, 401] as const;
const NOT_HERE = [400, 3011] as const;
const NOT_YOURS = [403, 3024] as const;
const HAS_ENDED = [409, 409] as const;

const everybody = (expected: Expected): Answers => ({
  nobody: expected,
  owner: expected,
  colleague: expected,
  administrator: expected,
  stranger: expected,
});
const ANYBODY = everybody(OK);
/** Each in the own workspace. */
const USERS: Answers = { ...everybody(OK), nobody: UNAUTHENTICATED };
const USERS_CREATE: Answers = { ...everybody(CREATED), nobody: UNAUTHENTICATED };
const WORKSPACE: Answers = { ...USERS, stranger: NOT_HERE };
const WORKSPACE_CREATES: Answers = { ...USERS_CREATE, stranger: NOT_HERE };
const OWNER: Answers = { ...WORKSPACE, colleague: NOT_YOURS, administrator: NOT_YOURS };
/** Each of the own workspace. */
const ADMINISTRATORS: Answers = {
  ...{ nobody: UNAUTHENTICATED, owner: NOT_YOURS, colleague: NOT_YOURS, stranger: NOT_YOURS },
  ...{ administrator: OK, theirAdministrator: OK },
};
const ADMINISTRATORS_CREATE: Answers = {
  ...ADMINISTRATORS,
  administrator: CREATED,
  theirAdministrator: CREATED,
};
/** What belongs to the workspace, and only its administrators see. */
const OWN_ADMINISTRATORS: Answers = { ...ADMINISTRATORS, theirAdministrator: NOT_HERE };
/** The import has ended: who may do something with it is told so. */
const OWN_ADMINISTRATORS_TOO_LATE: Answers = { ...OWN_ADMINISTRATORS, administrator: HAS_ENDED };
/** The run has ended: who may abort is told so. */
const OWNER_OR_ADMINISTRATOR: Answers = { ...OWNER, owner: HAS_ENDED, administrator: HAS_ENDED };

/** For everybody, with a session or without. */
export const OPEN_ROWS: readonly Row[] = [
  { route: 'GET /health/live', answers: ANYBODY },
  { route: 'GET /health/ready', answers: ANYBODY },
  { route: 'GET /metrics', answers: ANYBODY },
  { route: 'POST /v1/login', answers: ANYBODY, body: ({ credentials }) => credentials },
  { route: 'POST /v1/session', answers: ANYBODY, body: ({ credentials }) => credentials },
  {
    route: 'POST /oauth2/token',
    answers: ANYBODY,
    form: ({ client }) => ({
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: client.clientSecret,
    }),
  },
  // A session is no client: RFC 6749 has its own refusal, without a code of ours.
  {
    route: 'POST /oauth2/token',
    note: 'without credentials',
    answers: everybody([401]),
    form: () => ({ grant_type: 'client_credentials' }),
  },
];

/** The document and its page: for everybody too, and described nowhere. */
export const PAGE_ROWS: readonly Row[] = [
  { route: 'GET /openapi.json', answers: ANYBODY },
  { route: 'GET /docs', answers: ANYBODY },
  { route: 'GET /docs/json', answers: ANYBODY },
  { route: 'GET /docs/yaml', answers: ANYBODY },
  // Leads to the page.
  { route: 'GET /docs/static/index.html', answers: everybody([302]) },
  { route: 'GET /docs/static/swagger-initializer.js', answers: ANYBODY },
  { route: 'GET /docs/static/theme/page.css', answers: ANYBODY },
  { route: 'GET /docs/static/*', answers: ANYBODY },
  { route: 'GET /', answers: ANYBODY },
  ...SCREENS.flatMap((screen) => [`GET /${screen}`, `GET /${screen}/*`]).map((route) => ({
    route,
    answers: ANYBODY,
  })),
  // There is no such file.
  { route: 'GET /assets/*', answers: everybody([404, 404]) },
];

/** For every user, about the own workspace. */
export const USER_ROWS: readonly Row[] = [
  { route: 'PUT /v1/logout', answers: USERS, endsSession: true },
  { route: 'GET /v1/session', answers: USERS },
  // To where nobody may go.
  {
    route: 'PUT /v1/session',
    answers: { ...everybody([400, 3006]), nobody: UNAUTHENTICATED },
    body: () => ({ workspaceId: 999_999_999 }),
  },
  { route: 'GET /v1/audit', answers: ADMINISTRATORS },
  { route: 'GET /v1/imports', answers: ADMINISTRATORS },
  { route: 'GET /v1/imports/views', answers: ADMINISTRATORS },
  {
    route: 'POST /v1/imports',
    answers: ADMINISTRATORS_CREATE,
    upload: { name: 'parts.csv', text: 'number\n1\n' },
  },
  { route: 'GET /v1/administration', answers: ADMINISTRATORS },
  { route: 'GET /v1/overview', answers: USERS },
  { route: 'GET /v1/users', answers: ADMINISTRATORS },
  {
    route: 'POST /v1/users',
    answers: ADMINISTRATORS_CREATE,
    body: () => ({ email: `${createGuid()}@example.test` }),
  },
  { route: 'GET /v1/clients', answers: ADMINISTRATORS },
  { route: 'POST /v1/clients', answers: ADMINISTRATORS_CREATE, body: () => ({ name: 'New' }) },
  { route: 'GET /v1/sessions', answers: USERS },
  { route: 'GET /v1/sessions', query: '?of=WORKSPACE', answers: ADMINISTRATORS },
  { route: 'GET /v1/addresses', answers: ADMINISTRATORS },
  { route: 'PUT /v1/addresses', answers: ADMINISTRATORS, body: () => ({ ranges: [] }) },
  { route: 'GET /v1/exports', answers: USERS },
  { route: 'POST /v1/exports', answers: USERS_CREATE, body: () => ({ name: 'x', world: 'ITEMS' }) },
  { route: 'GET /v1/items', answers: USERS },
  { route: 'POST /v1/searches/items', answers: USERS, body: () => ({}) },
  { route: 'GET /v1/runs', answers: USERS },
  { route: 'GET /v1/runs', query: '?view=full', answers: USERS },
  { route: 'GET /v1/runs/events', answers: USERS },
  { route: 'GET /v1/settings/exports/attributes', answers: USERS },
  { route: 'GET /v1/settings/exports/criteria', answers: USERS },
  { route: 'GET /v1/settings/exports/limits', answers: USERS },
  { route: 'GET /v1/settings/exports/views', answers: USERS },
  { route: 'GET /v1/settings/export/attributes', answers: USERS },
  { route: 'GET /v1/settings/recentactivities/exports', answers: USERS },
];

/** For every user of the workspace that has it. */
export const WORKSPACE_ROWS: readonly Row[] = [
  { route: 'GET /v1/exports/{guid}', answers: WORKSPACE },
  { route: 'GET /v1/exports/{guid}', query: '?view=full', answers: WORKSPACE },
  { route: 'GET /v1/exports/{guid}/runs', answers: WORKSPACE },
  { route: 'GET /v1/exports/{guid}/runs', query: '?view=full', answers: WORKSPACE },
  { route: 'POST /v1/exports/{guid}/runs', answers: WORKSPACE_CREATES, body: () => ({}) },
  { route: 'GET /v1/exports/{guid}/runs/latestCompleted', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}', query: '?revisionStatus=EFFECTIVE', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/bom', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/bom', query: '?view=full', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/bom/comparison', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/files', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/files', query: '?view=full', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/files/{file}/content', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/revisions', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/sourcing', answers: WORKSPACE },
  { route: 'GET /v1/items/{guid}/whereused', answers: WORKSPACE },
];

/** For administrators of the workspace that has it. */
export const IMPORT_ROWS: readonly Row[] = [
  { route: 'GET /v1/imports/{guid}', answers: OWN_ADMINISTRATORS },
  { route: 'GET /v1/imports/{guid}/problems', answers: OWN_ADMINISTRATORS },
  ...['check', 'commit', 'abort'].map((action) => ({
    route: `POST /v1/imports/{guid}/${action}`,
    answers: OWN_ADMINISTRATORS_TOO_LATE,
    body: () => ({}),
  })),
];

/** The same of who may use it. */
export const ADMINISTERED_ROWS: readonly Row[] = [
  { route: 'PUT /v1/users/{guid}', answers: OWN_ADMINISTRATORS, body: () => ({ fullName: 'Ida Idler' }) },
  { route: 'PUT /v1/clients/{guid}/end', answers: OWN_ADMINISTRATORS },
  {
    route: 'PUT /v1/sessions/{guid}/end',
    answers: { ...OWN_ADMINISTRATORS, stranger: NOT_HERE },
  },
  { route: 'PUT /v1/users/{guid}/logout', answers: OWN_ADMINISTRATORS },
];

/** For the user who ran it. */
export const RUN_ROWS: readonly Row[] = [
  { route: 'GET /v1/exports/{guid}/runs/{run}', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}', query: '?view=full', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}/events', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}/files/{file}', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}/files/{file}/content', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}/files/{file}/members', answers: OWNER },
  { route: 'GET /v1/exports/{guid}/runs/{run}/files/{file}/members/{member}', answers: OWNER },
  {
    route: 'POST /v1/exports/{guid}/runs/{run}/abort',
    answers: OWNER_OR_ADMINISTRATOR,
    body: () => ({}),
  },
];

/** Last: afterwards nobody is logged in any more. */
export const LAST_ROWS: readonly Row[] = [
  { route: 'PUT /v1/logout', query: '?everywhere=true', answers: USERS, endsSession: true },
];

/** What a caller is answered. */
export function expectedOf({ answers }: Row, caller: CallerName): Expected {
  if (caller === 'their administrator') return answers.theirAdministrator ?? answers.stranger;
  return answers[CALLERS[caller]];
}

/** The routes with those for HEAD, which is answered as GET is. */
export const withHead = (routes: readonly string[]): string[] => [
  ...new Set(routes.flatMap((route) => [route, route.replace(/^GET /, 'HEAD ')])),
];

/** What a GUID names that is no definition's. */
const NAMED: readonly (readonly [start: string, guid: (subjects: Subjects) => string])[] = [
  ['/v1/items/', ({ item }) => item],
  ['/v1/imports/', (subjects) => subjects.import],
  ['/v1/users/', ({ idler }) => idler],
  ['/v1/sessions/', ({ idlersSession }) => idlersSession],
  ['/v1/clients/', ({ idleClient }) => idleClient],
];

/** The path of a route, about these subjects. */
export function pathOf({ route, query = '' }: Row, subjects: Subjects): string {
  const { definition, run } = subjects;
  const template = route.slice(route.indexOf(' ') + 1);
  const path = template
    .replace('{guid}', NAMED.find(([start]) => template.startsWith(start))?.[1](subjects) ?? definition)
    .replace('{run}', run)
    .replace('{file}', template.startsWith('/v1/items/') ? subjects.itemFile : subjects.file)
    .replace('{member}', 'SPECS.csv')
    .replace('*', 'index.css');
  return path + query;
}
