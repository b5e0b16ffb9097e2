import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { checkAnswer } from './answer-check.ts';

/** The wire's shapes, written down a second time on purpose: the tests see what a client sees. */
export interface Person {
  email: string | null;
  fullName: string;
  guid: string;
}
export interface Definition {
  creationDateTime: string;
  creator: Person;
  criteria: unknown;
  description: string | null;
  guid: string;
  name: string;
  number: number;
  options: Record<string, unknown>;
  world: string;
}
export interface Run {
  completionDateTime: string | null;
  creationDateTime: string;
  creator: Person;
  criteria: unknown;
  criteriaResultsCount: number | null;
  files?: { guid: string; title: null }[];
  guid: string;
  number: number;
  status: string;
  waybill?: { error: { code: number; message: string } | null } & Record<string, unknown>;
}
export interface RunFile extends Record<string, unknown> {
  guid: string;
  name: string;
  size: number;
  sha256: string;
  mimeType: string;
}
export interface Paged<Result> {
  count: number;
  results: Result[];
}
export interface ErrorBody {
  status: number;
  errors: { code: number; message: string }[];
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

interface Request {
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, as JSON unless the headers say otherwise. */
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls with one token, or none. Every answer is given back, whatever its status; one that openapi.json does not describe throws. */
export interface Api {
  readonly url: string;
  readonly token: string | undefined;
  send<Body>(path: string, request?: Request): Promise<Answer<Body>>;
  get<Body>(path: string): Promise<Answer<Body>>;
  post<Body>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<Body>>;
}

export function createApi(url: string, token?: string): Api {
  async function send<Body>(
    path: string,
    { method = 'GET', body, text, headers = {} }: Request = {},
  ): Promise<Answer<Body>> {
    const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(payload !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { arena_session_id: token }),
        ...headers,
      },
      ...(payload !== undefined && { body: payload }),
    });
    const answered = await (isStream(response) ? firstOf(response) : response.text());
    const { status, headers: answeredHeaders } = response;
    await checkAnswer(url, { method, path, status, headers: answeredHeaders, text: answered });
    const isJson =
      answered !== '' && response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text: answered,
      body: (isJson ? JSON.parse(answered) : undefined) as Body,
    };
  }
  return {
    url,
    token,
    send,
    get: (path) => send(path),
    post: (path, body = {}, headers = {}) => send(path, { method: 'POST', body, headers }),
  };
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') === true;

/** Of a stream of events, which may have no end, what comes first. */
async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}

export async function login(url: string, credentials: Readonly<Record<string, unknown>>): Promise<Api> {
  const { status, text, body } = await createApi(url).post<{ arenaSessionId: string }>(
    '/v1/login',
    credentials,
  );
  if (status !== 200) throw new Error(`login was answered ${status}: ${text}`);
  return createApi(url, body.arenaSessionId);
}

/** `[status, code, code…]` of an answer that is not a success, for one comparison. */
export function codesOf({ status, body }: Answer<unknown>): number[] {
  return [status, ...((body as ErrorBody | undefined)?.errors ?? []).map(({ code }) => code)];
}

export function messagesOf({ body }: Answer<unknown>): string[] {
  return ((body as ErrorBody | undefined)?.errors ?? []).map(({ message }) => message);
}

/** What most tests ask of the sample workspace: one item. */
export const ONE_ITEM = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00001' }]];

export async function define(api: Api, body: Readonly<Record<string, unknown>> = {}): Promise<Definition> {
  const answer = await api.post<Definition>('/v1/exports', {
    name: 'Test',
    world: 'ITEMS',
    criteria: ONE_ITEM,
    ...body,
  });
  if (answer.status !== 201) throw new Error(`the definition was answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** A run that the server holds until its end, up to a minute. */
export async function runToEnd(api: Api, definition: { guid: string }, body: object = {}): Promise<Run> {
  const answer = await api.post<Run>(`/v1/exports/${definition.guid}/runs`, body, { Prefer: 'wait=60' });
  if (answer.status !== 201) throw new Error(`the run was answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

export function fileUrlOf(definition: { guid: string }, run: Run): string {
  return `/v1/exports/${definition.guid}/runs/${run.guid}/files/${run.files![0]!.guid}`;
}

/** The run once its status is one of these. */
export async function waitForStatus(api: Api, path: string, statuses: readonly string[]): Promise<Run> {
  for (;;) {
    const { body } = await api.get<Run>(path);
    if (statuses.includes(body.status)) return body;
    await wait(50);
  }
}

/** Sends bytes as they are and gives back all that comes until the server closes: what no HTTP client would send. */
export async function sendRaw(url: string, message: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    // A server that has answered may reset what is still being sent.
    socket.on('error', () => undefined);
  });
  socket.write(message);
  await closed;
  return Buffer.concat(chunks).toString();
}
