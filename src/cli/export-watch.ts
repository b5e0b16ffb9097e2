import { setTimeout as wait } from 'node:timers/promises';
import { DownloadError, RunError, UnreachableError, WaybillError, type Run } from '../../client/src/index.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import type { Connection } from './server/connect.ts';
import { fetchRun, tellFetched } from './server/fetch-run.ts';
import { runToEnd, type RunRequest } from './server/run-to-end.ts';
import { pollEveryMs } from './server/runs.ts';

export interface WatchRequest {
  readonly request: RunRequest;
  /** The run that was downloaded already. */
  readonly first: Run;
  readonly out: string | undefined;
  /** How often to run it again; undefined: never, only what others start for the same user. */
  readonly everyMs: number | undefined;
}

const UNAUTHENTICATED = 401;

/** Downloads the runs that follow, until it is interrupted. What goes wrong with one of them does not end it. */
export async function watchExport(
  connection: Connection,
  { request, first, out, everyMs }: WatchRequest,
): Promise<never> {
  const { output, signal } = connection;
  const { definition } = request;
  const next = everyMs === undefined ? createFollower(connection, definition, first) : createRunner(everyMs);
  for (;;) {
    try {
      for (const run of await next()) {
        const fetched = await fetchRun(connection, { definition, run, out });
        output.jsonLine(fetched);
        tellFetched(output, fetched);
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      output.note(`${error.message} Going on.`);
      await wait(pollEveryMs(connection), undefined, { signal });
    }
  }

  /** Starts runs at even distances; one that takes longer is followed by the next at once. */
  function createRunner(distanceMs: number): () => Promise<Run[]> {
    let dueAt = Date.now();
    return async () => {
      dueAt = Math.max(Date.now(), dueAt + distanceMs);
      await wait(dueAt - Date.now(), undefined, { signal });
      return [await runToEnd(connection, request)];
    };
  }
}

/** Gives the runs of the same user that completed since the last look. */
function createFollower(connection: Connection, definition: string, first: Run): () => Promise<Run[]> {
  const { client, signal } = connection;
  const seen = new Set([first.guid]);
  let since = first.completionDateTime;
  return async () => {
    await wait(pollEveryMs(connection), undefined, { signal });
    const runs = client.pages('/v1/exports/{guid}/runs', {
      params: {
        path: { guid: definition },
        query: since === null ? {} : { completionDateTimeFrom: since },
      },
      signal,
    });
    const found: Run[] = [];
    for await (const run of runs) {
      if (seen.has(run.guid) || run.completionDateTime === null) continue;
      seen.add(run.guid);
      if (since === null || run.completionDateTime > since) since = run.completionDateTime;
      // The files of others are theirs.
      if (run.creator.guid === first.creator.guid && run.files !== undefined) found.push(run);
    }
    return found;
  };
}

/** The network, the server's refusals and runs that failed pass; the end of the session does not. */
function isPassing(error: unknown): error is Error {
  if (error instanceof WaybillError) return error.status !== UNAUTHENTICATED;
  if (error instanceof OperatorError) return error.exitCode === EXIT.failed;
  return [UnreachableError, RunError, DownloadError].some((kind) => error instanceof kind);
}
