import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the reference's API and nothing beyond it, below a prefix: no `view`, no events, no ranges, no digests, no `/v1/runs`. */
export interface ReferenceServer {
  readonly url: string;
  /** `GET /v1/exports/…`, in their order. */
  readonly requests: string[];
  readonly content: Buffer;
  /** In the middle of the next content the connection breaks. */
  cutsNextContent: boolean;
  /** What it says of a day's requests at a login. */
  requestLimit: number;
  /** The run goes on, as if it had been looked at. */
  look(): void;
  close(): Promise<void>;
}

const PREFIX = '/rest';
const CREATOR = { email: 'ann@example.test', fullName: 'Ann Example', guid: 'A'.repeat(20) };
const [DEFINITION, RUN, FILE] = ['D'.repeat(20), 'R'.repeat(20), 'F'.repeat(20)];
const AT = '2026-01-02T03:04:05Z';
/** Query parameters by path; any other is 400 / 3019. */
const PARAMETERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/exports$/, ['name', 'number', 'description', 'offset', 'limit']],
  [
    /\/runs$/,
    [
      'number',
      'status',
      'latestCompleted',
      'completionDateTimeFrom',
      'completionDateTimeTo',
      'offset',
      'limit',
    ],
  ],
];

export async function startReferenceServer(): Promise<ReferenceServer> {
  const requests: string[] = [];
  const content = Buffer.from('PK'.padEnd(200_000, createHash('sha256').update('x').digest('hex')));
  /** A run is at work until it has been asked for so often. */
  let looks = 0;
  const runOf = () => ({
    completionDateTime: looks > 2 ? AT : null,
    creationDateTime: AT,
    creator: CREATOR,
    criteria: null,
    criteriaResultsCount: looks > 2 ? 3 : null,
    ...(looks > 2 && { files: [{ guid: FILE, title: null }] }),
    guid: RUN,
    number: 1,
    status: looks > 2 ? 'COMPLETE' : looks > 0 ? 'RUNNING' : 'CREATED',
  });
  const definition = {
    creationDateTime: AT,
    creator: CREATOR,
    criteria: null,
    description: null,
    guid: DEFINITION,
    name: 'Parts',
    number: 1,
    options: { bomLevels: 'NONE', exportViews: ['SPECS'] },
    world: 'ITEMS',
  };
  const list = (row: unknown) => ({ count: 1, results: [row] });

  const routes: readonly (readonly [string, () => unknown])[] = [
    ['POST /exports', () => definition],
    ['GET /exports', () => list(definition)],
    [`GET /exports/${DEFINITION}`, () => definition],
    [`GET /exports/${DEFINITION}/runs`, () => list(runOf())],
    [
      `POST /exports/${DEFINITION}/runs`,
      () => {
        looks = 0;
        return runOf();
      },
    ],
    [
      `GET /exports/${DEFINITION}/runs/${RUN}`,
      () => {
        looks += 1;
        return runOf();
      },
    ],
    [
      `GET /exports/${DEFINITION}/runs/${RUN}/files/${FILE}`,
      () => ({ guid: FILE, name: 'Parts Export Results.zip', format: 'ZIP', size: content.length }),
    ],
  ];

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const path = pathname.replace(`${PREFIX}/v1`, '');
    const what = `${request.method ?? ''} ${path}`;
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    const refuse = (status: number, code: number): void =>
      send(status, { status, errors: [{ code, message: 'Refused.' }] });
    if (what === 'POST /login') {
      send(200, {
        arenaSessionId: 'token',
        workspaceId: 1,
        workspaceName: 'Hosted',
        workspaceRequestLimit: reference.requestLimit,
      });
      return;
    }
    if (request.headers['arena_session_id'] !== 'token') {
      refuse(401, 401);
      return;
    }
    if (what === 'PUT /logout') {
      send(200, {});
      return;
    }
    if (request.method === 'GET') requests.push(path + new URL(request.url ?? '', 'http://x').search);
    const known = PARAMETERS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
    if ([...searchParams.keys()].some((name) => !known.includes(name))) {
      refuse(400, 3019);
      return;
    }
    if (what === `GET /exports/${DEFINITION}/runs/${RUN}/files/${FILE}/content`) {
      response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Length': content.length });
      if (!reference.cutsNextContent) {
        response.end(content);
        return;
      }
      reference.cutsNextContent = false;
      response.write(content.subarray(0, 70_000), () => setTimeout(() => response.destroy(), 200));
      return;
    }
    const route = routes.find(([one]) => one === what);
    if (route === undefined) {
      refuse(404, 404);
      return;
    }
    send(200, route[1]());
  }

  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(request, response));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const reference: ReferenceServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`,
    requests,
    content,
    cutsNextContent: false,
    requestLimit: 1_000,
    look: () => {
      looks += 1;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return reference;
}
