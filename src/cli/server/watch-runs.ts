import { setTimeout as wait } from 'node:timers/promises';
import { WaybillError, type Definition, type Run, type WorkspaceRun } from '../../../client/src/index.ts';
import type { Connection } from './connect.ts';
import { pollEveryMs } from './runs.ts';
import { readWorkspaceRuns } from './workspace-runs.ts';

/** A run, and where known the definition that it is of. */
export type SeenRun = Run & Partial<Pick<WorkspaceRun, 'export'>>;

/** Of more that are at work at once the oldest are no longer looked at, where looking is all there is. */
const LOOKED_AT = 50;
const UNAUTHENTICATED = 401;

/**
 * The last runs of a definition, or of the workspace, oldest first, and then each run again whenever it has changed. By server-sent events,
 * and where the server has none by asking.
 */
export async function* watchRuns(
  connection: Connection,
  definition: Definition | undefined,
  last: number,
): AsyncGenerator<SeenRun, never, undefined> {
  const { client, signal } = connection;
  const look =
    definition === undefined ? lookAtWorkspace(connection) : lookAtDefinition(connection, definition);
  const statuses = new Map<string, string>();
  const remember = (run: SeenRun): SeenRun => {
    statuses.set(run.guid, run.status);
    return run;
  };
  const isNews = (run: SeenRun): boolean => {
    const isNew = statuses.get(run.guid) !== run.status;
    remember(run);
    return isNew;
  };
  const before = await look(Math.max(last, 1));
  for (const run of before.slice(Math.max(0, before.length - last))) if (isNews(run)) yield run;
  // Those not shown are no news.
  before.forEach(remember);
  const readNews = async () => (await look(LOOKED_AT)).filter(isNews);
  try {
    for await (const run of client.followRuns({ signal })) {
      if (run === undefined) yield* await readNews();
      // Progress too, and not only another status.
      else if (definition === undefined || run.export.guid === definition.guid) yield remember(run);
    }
  } catch (error) {
    if (!(error instanceof WaybillError) || error.status === UNAUTHENTICATED) throw error;
  }
  for (;;) {
    await wait(pollEveryMs(connection), undefined, { signal });
    yield* await readNews();
  }
}

type Look = (last: number) => Promise<SeenRun[]>;

const lookAtWorkspace =
  (connection: Connection): Look =>
  async (last) =>
    (await readWorkspaceRuns(connection, { limit: last })).results.toReversed();

/** The list begins with the oldest: its end is where the count says. */
function lookAtDefinition({ client, signal }: Connection, { guid, name, number }: Definition): Look {
  const read = async (query: { offset?: number; limit: number }) =>
    (await client.GET('/v1/exports/{guid}/runs', { params: { path: { guid }, query }, signal })).data;
  let known: number | undefined;
  return async (last) => {
    known ??= (await read({ limit: 1 })).count;
    const offset = Math.max(0, known - last);
    const { count, results } = await read({ offset, limit: last * 2 });
    known = count;
    return results.map((run) => ({ ...run, export: { guid, name, number } }));
  };
}
