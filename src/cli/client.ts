import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { LoginAnswer } from '../access/access.contract.ts';
import type { DefinitionAnswer, RunAnswer, RunFileAnswer } from '../exports/exports.contract.ts';
import { EXIT, messageOf, OperatorError } from '../kernel/errors.ts';
import { TRANSITIONS } from '../exports/run-state.ts';
import { RUN_STATUSES, type RunStatus } from '../kernel/vocabulary.ts';

const POLL_EVERY_MS = 250;

/** A session at a server of this API. Failures are OperatorErrors with the server's own words. */
export interface ApiClient {
  readonly login: LoginAnswer;
  readonly signal: AbortSignal;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  /** Streams a run's file to `outputPath`, checks its SHA-256, and only then gives it that name. */
  download(path: string, outputPath: string): Promise<RunFileAnswer>;
  logout(): Promise<void>;
}

export interface ClientSettings {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceId: number | undefined;
  /** Ends what is under way, a download among it. */
  readonly signal: AbortSignal;
}

async function call(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    init.signal?.throwIfAborted();
    const { cause } = error as { cause?: unknown };
    throw new OperatorError(`Cannot reach ${url}: ${messageOf(cause ?? error)}`, EXIT.unreachable);
  });
  if (response.ok) return response;
  const text = await response.text();
  throw new OperatorError(
    `${init.method ?? 'GET'} ${new URL(url).pathname} was answered ${response.status}: ${errorTextOf(text)}`,
  );
}

function errorTextOf(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: { code: number; message: string }[] };
    return errors?.map(({ code, message }) => `${message} (${code})`).join(' ') ?? body;
  } catch (error) {
    if (error instanceof SyntaxError) return body.slice(0, 500);
    throw error;
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

export async function openClient({
  url,
  email,
  password,
  workspaceId,
  signal,
}: ClientSettings): Promise<ApiClient> {
  const base = `${url.replace(/\/+$/, '')}/v1`;
  const body = JSON.stringify({ email, password, ...(workspaceId !== undefined && { workspaceId }) });
  const login = (await (
    await call(`${base}/login`, { method: 'POST', headers: JSON_TYPE, body, signal })
  ).json()) as LoginAnswer;
  const headers = { ...JSON_TYPE, arena_session_id: login.arenaSessionId };
  const client: ApiClient = {
    login,
    signal,
    get: async <Answer>(path: string) =>
      (await (await call(base + path, { headers, signal })).json()) as Answer,
    post: async <Answer>(path: string, value: unknown) =>
      (await (
        await call(base + path, { method: 'POST', headers, body: JSON.stringify(value), signal })
      ).json()) as Answer,
    async download(path, outputPath) {
      const file = await client.get<RunFileAnswer>(path);
      const response = await call(`${base}${path}/content`, { headers, signal });
      await receive(response, file, outputPath);
      return file;
    },
    // Whatever was interrupted: the session ends.
    async logout() {
      await call(`${base}/logout`, { method: 'PUT', headers });
    },
  };
  return client;
}

/** What is not whole and right never gets the file's name. */
async function receive(response: Response, file: RunFileAnswer, outputPath: string): Promise<void> {
  if (response.body === null) throw new OperatorError('The server sent no content.');
  const partial = `${outputPath}.part`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(response.body), hashing, createWriteStream(partial));
    if (file.sha256 !== hash.digest('hex'))
      throw new OperatorError('The content that arrived is not what the server keeps. Try again.');
    await rename(partial, outputPath);
  } finally {
    await rm(partial, { force: true });
  }
}

/** The statuses from which a run still goes on by itself. */
const UNENDED: ReadonlySet<string> = new Set<RunStatus>(
  RUN_STATUSES.filter((status) => TRANSITIONS.ABORTED.includes(status)),
);

/** Runs a definition and waits for the end of the run. Throws with the run's reason unless it is complete. */
export async function runToEnd(
  client: ApiClient,
  request: { definition: DefinitionAnswer; body: unknown },
  onProgress: (run: RunAnswer) => void,
): Promise<RunAnswer> {
  const path = `/exports/${request.definition.guid}/runs`;
  let run = await client.post<RunAnswer>(`${path}?view=full`, request.body);
  while (UNENDED.has(run.status)) {
    onProgress(run);
    await wait(POLL_EVERY_MS, undefined, { signal: client.signal });
    run = await client.get<RunAnswer>(`${path}/${run.guid}?view=full`);
  }
  if (run.files === undefined)
    throw new OperatorError(
      `The run ended ${run.status}: ${run.waybill?.error?.message ?? 'there are no results'}`,
    );
  return run;
}

/** One line about a run at work. */
export function describeProgress({ status, waybill }: RunAnswer): string {
  const progress = waybill?.progress;
  if (progress === undefined || progress === null) return status === 'CREATED' ? 'queued' : 'running';
  const share = progress.rowsEstimated
    ? ` ${Math.min(99, Math.floor((100 * progress.rowsWritten) / progress.rowsEstimated))} %`
    : '';
  return `${progress.phase}${share}: ${progress.rowsWritten} rows`;
}

/** `1 item matched`: how many items the criteria of a run found. */
export function describeMatches({ criteriaResultsCount }: RunAnswer): string {
  const count = criteriaResultsCount ?? 0;
  return `${count} ${count === 1 ? 'item' : 'items'} matched`;
}

/** The path of a complete run's file. */
export function filePathOf(definition: DefinitionAnswer, run: RunAnswer): string {
  return `/exports/${definition.guid}/runs/${run.guid}/files/${run.files?.[0]?.guid ?? ''}`;
}
