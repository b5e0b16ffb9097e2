import { createHash } from 'node:crypto';
import type { Page, Paged } from '../kernel/paging.ts';
import type { RunStatus } from '../kernel/vocabulary.ts';
import { createBatches, type Batches } from '../platform/db/batches.ts';
import type { Database } from '../platform/db/database.ts';
import { runStatement, type Statement } from '../platform/db/statement.ts';
import {
  DETAIL,
  latestCompletedOf,
  readRuns,
  RUN_COLUMNS,
  WITH_CREATOR_AND_FILES,
  type RunColumns,
  type RunDetail,
  type RunSummary,
} from './runs.store.ts';

/** The reference page's filters. Bounds are whole seconds, both inclusive. */
export interface RunFilter {
  readonly completionDateTimeFrom?: Date;
  readonly completionDateTimeTo?: Date;
  readonly latestCompleted?: boolean;
  readonly number?: number;
  readonly status?: RunStatus;
}

export interface RunListQuery {
  readonly workspaceId: number;
  /** The definition's. */
  readonly guid: string;
  readonly filter: RunFilter;
  readonly page: Page;
  /** With the details of the full view. */
  readonly isFull: boolean;
}

/** The details are those of the full view. */
export type ListedRun = RunSummary | (RunSummary & RunDetail);

/**
 * A page of a definition's runs and the count of all that fit, from one statement and so one snapshot; undefined: the workspace has no such
 * definition.
 */
export type ListRuns = (query: RunListQuery) => Promise<Paged<ListedRun> | undefined>;

/** A round trip to the database costs as much as a list does. With 64 clients at work these two took half the processor time of 32 and any number. */
const BATCHES = { size: 16, atOnce: 2 };

/** Answers lists, those that are asked for at once and in the same way by one statement. */
export function createListRuns(db: Database): ListRuns {
  const byShape = new Map<string, Batches<RunListQuery, Paged<ListedRun> | undefined>>();
  return (query) => {
    const shape = shapeOf(query);
    const known = byShape.get(shape);
    if (known !== undefined) return known.ask(query);
    const text = textFor(query);
    const statement = {
      name: `list-runs-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
      text,
    };
    const batches = createBatches({
      ...BATCHES,
      keyOf: (one: RunListQuery) => JSON.stringify(valuesOf(one)),
      answer: (queries) => answer(db, statement, queries),
    });
    byShape.set(shape, batches);
    return batches.ask(query);
  };
}

interface ListPlace {
  /** Which of the lists, from 1. */
  readonly place: number;
  readonly total: number;
}

/** Of a page without runs there is one row without a run. */
type ListRow = ListPlace & ((RunColumns & { readonly detail?: RunDetail }) | { readonly run: null });

async function answer(
  db: Database,
  statement: Statement<ListRow>,
  queries: readonly RunListQuery[],
): Promise<(Paged<ListedRun> | undefined)[]> {
  const asked = queries.map(valuesOf);
  const columns = asked[0]?.map((_, column) => asked.map((values) => values[column])) ?? [];
  const rows = Map.groupBy(await runStatement(db, statement, columns), ({ place }) => place);
  return queries.map((_, at) => {
    const own = rows.get(at + 1);
    if (own === undefined) return undefined;
    const runs = own.filter((row) => row.run !== null);
    return { count: own[0]?.total ?? 0, results: readRuns(runs, ({ detail }) => detail ?? {}) };
  });
}

function valuesOf({ workspaceId, guid, filter, page }: RunListQuery): unknown[] {
  const { status, number, completionDateTimeFrom: from, completionDateTimeTo: to } = filter;
  return [
    workspaceId,
    guid,
    page.limit,
    page.offset,
    status ?? null,
    number ?? null,
    from ?? null,
    to ?? null,
  ];
}

/** All that {@link textFor} goes by: which filters there are, not their values. So there are a few dozen at most. */
function shapeOf({ filter, page, isFull }: RunListQuery): string {
  const { status, number, latestCompleted, completionDateTimeFrom: from, completionDateTimeTo: to } = filter;
  return [
    isFull,
    page.offset === 0,
    latestCompleted === true,
    ...[status, number, from, to].map((value) => value !== undefined),
  ].join();
}

function textFor({ filter, page, isFull }: RunListQuery): string {
  const conditions = [
    ...(filter.status === undefined ? [] : ['r.status = d.status']),
    ...(filter.number === undefined ? [] : ['r.number = d.number']),
    ...(filter.completionDateTimeFrom === undefined ? [] : ['r.completed_at >= d.completed_from']),
    // What is shown as 12:00:00Z may have completed at 12:00:00.7.
    ...(filter.completionDateTimeTo === undefined
      ? []
      : [`r.completed_at < d.completed_to + interval '1 second'`]),
  ];
  const isByTime = filter.completionDateTimeFrom !== undefined || filter.completionDateTimeTo !== undefined;
  const parts = partsOf(conditions, {
    isLatest: filter.latestCompleted === true,
    isAtHand: page.offset === 0 && !isByTime,
  });
  return textOf(isFull ? `${RUN_COLUMNS}, ${DETAIL} AS detail` : RUN_COLUMNS, parts);
}

interface Parts {
  /** An expression, of `d` for the definition and what is asked. */
  readonly total: string;
  /** A query for the runs of the page. */
  readonly page: string;
}

/** The planner does not see the values, so that no plan is better for some than for others, and one is kept. */
function textOf(columns: string, { total, page }: Parts): string {
  return `
    WITH asked AS MATERIALIZED (
      SELECT * FROM unnest(
        (SELECT $1::bigint[]), (SELECT $2::text[]), (SELECT $3::bigint[]), (SELECT $4::bigint[]), (SELECT $5::text[]),
        (SELECT $6::integer[]), (SELECT $7::timestamptz[]), (SELECT $8::timestamptz[])
      ) WITH ORDINALITY
      AS asked (workspace_id, guid, page_limit, page_offset, status, number, completed_from, completed_to, place)
    ), d AS MATERIALIZED (
      SELECT d.*, ${total} AS total FROM (
        SELECT definition.id, asked.* FROM asked JOIN export_definitions definition
        ON definition.workspace_id = asked.workspace_id AND definition.guid = asked.guid) AS d
    )
    SELECT d.place, d.total, listed.* FROM d LEFT JOIN LATERAL (
      SELECT r.number, f.id AS file_id, ${columns} FROM (${page}) AS r ${WITH_CREATOR_AND_FILES}
    ) AS listed ON true
    ORDER BY d.place, listed.number, listed.file_id`;
}

/** `isAtHand`: an index begins with the runs of the page, in their order. */
function partsOf(
  conditions: readonly string[],
  { isLatest, isAtHand }: { readonly isLatest: boolean; readonly isAtHand: boolean },
): Parts {
  const latest = isLatest ? [`r.id = ${latestCompletedOf('d.id')}`] : [];
  const from = `FROM export_runs r WHERE ${['r.definition_id = d.id', ...conditions, ...latest].join(' AND ')}`;
  const inOrder = 'ORDER BY r.number LIMIT d.page_limit OFFSET d.page_offset';
  const count = `(SELECT count(*) ${from})`;
  // Numbers are dense: they are given out under a lock, and no run is ever deleted.
  if (latest.length === 0 && conditions.length === 0)
    return {
      total: `coalesce((SELECT r.number ${from} ORDER BY r.number DESC LIMIT 1), 0)`,
      page: `SELECT r.* ${from} AND r.number > d.page_offset AND r.number <= d.page_offset + d.page_limit`,
    };
  if (isLatest || isAtHand) return { total: count, page: `SELECT r.* ${from} ${inOrder}` };
  // What is left out, or has to be sorted first, is read in an index alone.
  return {
    total: count,
    page: `SELECT r.* FROM (SELECT r.number ${from} ${inOrder}) AS hit
           JOIN export_runs r ON r.definition_id = d.id AND r.number = hit.number`,
  };
}
