import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './api.generated.ts';
import type { Methods } from './methods.ts';
import type { AnswerOf } from './shapes.ts';

interface List {
  readonly count: number;
  readonly results: readonly unknown[];
}

/** The routes that answer with a list in pages. */
export type ListPath = {
  [Path in PathsWithMethod<paths, 'get'>]: AnswerOf<Path, 'get'> extends List
    ? 'offset' extends keyof NonNullable<paths[Path]['get']['parameters']['query']>
      ? Path
      : never
    : never;
}[PathsWithMethod<paths, 'get'>];

/** One row of a list. */
export type RowOf<Path extends ListPath> =
  AnswerOf<Path, 'get'> extends { results: readonly (infer Row)[] } ? Row : never;

/** As for GET; `params.query.limit` is the size of a page, and `params.query.offset` how many rows are left out. */
export type PagesInit<Path extends ListPath> = MaybeOptionalInit<paths[Path], 'get'>;

/** The most that the API gives at once. */
const PAGE_ROWS = 400;
/** Rows of a list that grew meanwhile come a second time soon or never; 50 000 GUIDs are some 5 MB. */
const REMEMBERED_ROWS = 50_000;

interface UntypedInit {
  readonly params?: { readonly query?: Readonly<Record<string, unknown>> };
}

/**
 * All rows of a list, page by page, each once, also when rows are added meanwhile. A list says how many rows there are in all, or, at some
 * servers of this API, how many the page has: either way this ends after the last row, with one more question at most.
 */
export async function* pagesOf<Path extends ListPath>(
  get: Methods['GET'],
  path: Path,
  init?: PagesInit<Path>,
): AsyncGenerator<RowOf<Path>, void, undefined> {
  const ask = get as unknown as (path: string, init: UntypedInit) => Promise<{ data: List }>;
  const { params, ...rest } = (init ?? {}) as UntypedInit;
  const limit = Number(params?.query?.['limit'] ?? PAGE_ROWS);
  let offset = Number(params?.query?.['offset'] ?? 0);
  const seen = new Set<string>();
  for (;;) {
    const query = { ...params?.query, offset, limit };
    const { count, results } = (await ask(path, { ...rest, params: { ...params, query } })).data;
    for (const row of results) if (isNew(row, seen)) yield row as RowOf<Path>;
    offset += results.length;
    if (results.length === 0) return;
    const isShort = results.length < limit;
    // A count that is just the page's own says nothing about the rest, unless the page is short.
    if (offset >= count && (isShort || count > results.length)) return;
  }
}

function isNew(row: unknown, seen: Set<string>): boolean {
  const guid = (row as { guid?: unknown } | null)?.guid;
  if (typeof guid !== 'string') return true;
  if (seen.has(guid)) return false;
  seen.add(guid);
  const [oldest] = seen;
  if (seen.size > REMEMBERED_ROWS && oldest !== undefined) seen.delete(oldest);
  return true;
}
