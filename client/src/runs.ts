import { openBody } from './body.ts';
import type { operations } from './api.generated.ts';
import { openDownload, type Download, type DownloadOptions, type Source } from './download.ts';
import { RunError, WaybillError } from './errors.ts';
import { eventsOf } from './event-stream.ts';
import { hexOf } from './hex.ts';
import type { Methods } from './methods.ts';
import { Patience } from './patience.ts';
import type { Send } from './send.ts';
import type { FileRef, Run, RunFile, RunRef } from './shapes.ts';
import { wait, type RetrySettings } from './wait.ts';

export type Criteria = NonNullable<
  operations['startRun']['requestBody']
>['content']['application/json']['criteria'];

export interface StartOptions {
  /** Only for a definition that has none. */
  readonly criteria?: Criteria;
  /** Whoever starts again with the same key gets the same run; by default a new one. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface FollowOptions {
  readonly signal?: AbortSignal;
}

/** What `runAndDownload` is doing. */
export type Progress =
  | { readonly phase: 'run'; readonly run: Run }
  | {
      readonly phase: 'download';
      readonly run: Run;
      readonly file: RunFile;
      /** Of the `file.size` that will come. */
      readonly bytes: number;
    };

export interface RunAndDownloadOptions extends StartOptions {
  readonly onProgress?: (progress: Progress) => void;
}

/** A run that is complete, and its file's content. */
export interface RunDownload extends Download {
  readonly run: Run;
}

export interface Runs {
  /** Starts a run, once, however often the connection breaks. */
  startRun(definition: string, options?: StartOptions): Promise<Run>;
  /** A run with its progress and its times, where the server tells them. */
  getRun(ref: RunRef, options?: FollowOptions): Promise<Run>;
  /** A run as it goes on, now and at each change, until it has ended: by server-sent events, or where there are none by asking. */
  followRun(ref: RunRef, options?: FollowOptions): AsyncGenerator<Run, void, undefined>;
  /** The file of a run: what is known of it, and its content. */
  download(ref: FileRef, options?: DownloadOptions): Promise<Download>;
  /**
   * Starts a run, waits for its end and gives its file. Throws a RunError when the run has no file in the end. The signal ends the waiting
   * and the download; the run itself goes on at the server.
   */
  runAndDownload(definition: string, options?: RunAndDownloadOptions): Promise<RunDownload>;
}

/** From these a run goes on by itself. */
const UNENDED = new Set<Run['status']>(['CREATED', 'RUNNING']);
const FIRST_POLL_MS = 250;
const SLOW_POLL_MS = 2_000;
/** What takes long is asked for less often: a server with 1 000 requests a day has some left after a run of an hour. */
const POLL_SHARE = 1 / 20;
const LONGEST_POLL_MS = 30_000;
/** A parameter that the server does not know. */
const UNKNOWN_PARAMETER = 3019;

export interface RunPorts {
  readonly url: string;
  readonly send: Send;
  readonly methods: Methods;
  readonly retry: RetrySettings;
}

const runPathOf = ({ definition, run }: RunRef): string =>
  `/v1/exports/${encodeURIComponent(definition)}/runs/${encodeURIComponent(run)}`;

const pathParamsOf = ({ definition, run }: RunRef): { guid: string; run: string } => ({
  guid: definition,
  run,
});

export function createRuns({ url, send, methods, retry }: RunPorts): Runs {
  async function startRun(definition: string, options: StartOptions = {}): Promise<Run> {
    const { criteria, idempotencyKey = createKey(), signal } = options;
    const { data } = await methods.POST('/v1/exports/{guid}/runs', {
      params: { path: { guid: definition } },
      body: criteria === undefined ? {} : { criteria },
      headers: { 'Idempotency-Key': idempotencyKey },
      ...(signal !== undefined && { signal }),
    });
    return data;
  }

  async function* followRun(
    ref: RunRef,
    { signal }: FollowOptions = {},
  ): AsyncGenerator<Run, void, undefined> {
    const patience = new Patience(retry);
    let read = readEvents;
    let last = '';
    for (;;) {
      try {
        for await (const run of read(ref, signal)) {
          patience.progress();
          const text = JSON.stringify(run);
          if (text !== last) yield run;
          last = text;
          if (!UNENDED.has(run.status)) return;
        }
        await wait(FIRST_POLL_MS, signal);
      } catch (error) {
        signal?.throwIfAborted();
        // Whatever speaks against the run itself, asking will tell too.
        if (error instanceof WaybillError && read === readEvents) read = poll;
        else await patience.bear(error, signal);
      }
    }
  }

  /** Ends with the run, and also when the server or the session ends. */
  async function* readEvents(
    ref: RunRef,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Run, void, undefined> {
    const { chunks } = await openBody(send, {
      url: `${url}${runPathOf(ref)}/events`,
      headers: { Accept: 'text/event-stream' },
      signal,
    });
    for await (const data of eventsOf(chunks)) yield JSON.parse(data) as Run;
  }

  async function* poll(ref: RunRef, signal: AbortSignal | undefined): AsyncGenerator<Run, void, undefined> {
    const startedAt = Date.now();
    for (let pause = FIRST_POLL_MS; ; pause = Math.min(SLOW_POLL_MS, pause * 1.5)) {
      yield await getRun(ref, signal === undefined ? {} : { signal });
      const patient = Math.min(LONGEST_POLL_MS, (Date.now() - startedAt) * POLL_SHARE);
      await wait(Math.max(pause, patient), signal);
    }
  }

  /** Progress is ours: a server of the reference alone has no such view, and is asked for it once. */
  let hasFullView = true;

  async function getRun(ref: RunRef, { signal }: FollowOptions = {}): Promise<Run> {
    const query = hasFullView ? { view: 'full' as const } : {};
    try {
      const { data } = await methods.GET('/v1/exports/{guid}/runs/{run}', {
        params: { path: pathParamsOf(ref), query },
        ...(signal !== undefined && { signal }),
      });
      return data;
    } catch (error) {
      if (!hasFullView || !(error instanceof WaybillError) || !error.has(UNKNOWN_PARAMETER)) throw error;
      hasFullView = false;
      return getRun(ref, signal === undefined ? {} : { signal });
    }
  }

  async function findFile(ref: FileRef, signal: AbortSignal | undefined): Promise<Source> {
    const { data: file } = await methods.GET('/v1/exports/{guid}/runs/{run}/files/{file}', {
      params: { path: { ...pathParamsOf(ref), file: ref.file } },
      ...(signal !== undefined && { signal }),
    });
    return {
      send,
      retry,
      url: `${url}${runPathOf(ref)}/files/${encodeURIComponent(ref.file)}/content`,
      file,
    };
  }

  async function runToEnd(
    definition: string,
    { onProgress, ...options }: RunAndDownloadOptions,
  ): Promise<Run> {
    let run = await startRun(definition, options);
    onProgress?.({ phase: 'run', run });
    if (!UNENDED.has(run.status)) return run;
    const ref = { definition, run: run.guid };
    for await (run of followRun(ref, options)) onProgress?.({ phase: 'run', run });
    return run;
  }

  return {
    startRun,
    getRun,
    followRun,
    download: async (ref, options = {}) => openDownload(await findFile(ref, options.signal), options),
    async runAndDownload(definition, options = {}) {
      const { onProgress, signal } = options;
      const run = await runToEnd(definition, options);
      const [made] = run.files ?? [];
      if (made === undefined) throw new RunError(run);
      const source = await findFile({ definition, run: run.guid, file: made.guid }, signal);
      const { file } = source;
      const opened = await openDownload(source, {
        onBytes: (bytes) => onProgress?.({ phase: 'download', run, file, bytes }),
        ...(signal !== undefined && { signal }),
      });
      return { ...opened, run };
    },
  };
}

/** Not randomUUID: browsers give that to pages over TLS alone. */
function createKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)));
}
