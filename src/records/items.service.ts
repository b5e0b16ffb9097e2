import type { Caller } from '../access/access.contract.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import { compileCriteria, parseCriteria } from '../engine/criteria/criteria.ts';
import { fail, failIfAny, violation, WaybillError } from '../kernel/errors.ts';
import type { Page } from '../kernel/paging.ts';
import { isStorable } from '../kernel/text.ts';
import { sql, type Database } from '../platform/db/database.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { createBodyReader } from '../platform/http/body.ts';
import { pageOf, readQuery, type RawQuery } from '../platform/http/query.ts';
import {
  BOM_VIEW,
  FILES_VIEW,
  FULL_BOM_VIEW,
  FULL_FILES_VIEW,
  ITEM_VIEW,
  REVISIONS_VIEW,
  RULE,
  searchBody,
  SOURCING_VIEW,
  SUBSTITUTE_VIEW,
  WHERE_USED_VIEW,
  type RevisionChoice,
} from './items.contract.ts';
import { additionsOf, presentOne, presentPage, type Additions } from './items.present.ts';
import { conditionsOf, searchParametersOf } from './items.search.ts';
import {
  assembliesOf,
  findRevision,
  listRows,
  oneItem,
  pageOfItems,
  pageOfView,
  revisionsOf,
  type RevisionKey,
  type ViewQuery,
  type ViewRows,
} from './items.store.ts';

const readSearchBody = createBodyReader(searchBody);

/** Who reads, and until when: `signal` is aborted when nobody waits for the answer any more. */
export interface Asker {
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** One revision of an item: by a GUID, and a choice among all revisions of the item that has it. */
export interface RevisionName extends RevisionChoice {
  readonly guid: string;
}

/** A list of what belongs to a revision. `isFull`: with what `?view=full` adds. */
export interface ListRequest {
  readonly of: RevisionName;
  readonly page: Page;
  readonly isFull?: boolean;
}

/** Each of these gives the JSON text of an answer; see items.present.ts. */
export interface ItemReader {
  search(asker: Asker, query: RawQuery): Promise<string>;
  /** The items that a run with these criteria and this option would take, before BOM explosion. */
  matches(asker: Asker, body: unknown, page: Page): Promise<string>;
  item(caller: Caller, of: RevisionName): Promise<string>;
  revisions(asker: Asker, request: ListRequest): Promise<string>;
  bom(asker: Asker, request: ListRequest): Promise<string>;
  sourcing(asker: Asker, request: ListRequest): Promise<string>;
  files(asker: Asker, request: ListRequest): Promise<string>;
  whereUsed(asker: Asker, request: ListRequest): Promise<string>;
}

export interface ItemPorts {
  readonly db: Database;
  readonly searches: SearchLanes;
}

/**
 * What a path names in the caller's workspace. A GUID that names nothing is 3011, a choice that names no revision of the item 3003.
 * PostgreSQL is not asked for text that it cannot have.
 * @param side what stands before the names of the choice's parameters
 */
export async function getRevision(
  db: Database,
  { workspaceId }: Caller,
  { guid, side = '', ...choice }: RevisionName & { readonly side?: string },
): Promise<RevisionKey> {
  if (!isStorable(guid)) return fail('invalidGuid', guid);
  const found = await findRevision(db, workspaceId, { guid, ...choice });
  if (found !== undefined) return found;
  if ((await findRevision(db, workspaceId, { guid })) === undefined) return fail('invalidGuid', guid);
  throw new WaybillError(Object.keys(choice).map((name) => violation('invalidValue', `${side}${name}`)));
}

/** Reads the items of the caller's workspace. */
export function createItemReader({ db, searches }: ItemPorts): ItemReader {
  const attributesOf = ({ workspaceId }: Caller) => listCustomAttributes(db, workspaceId);
  /** What reads as many rows as there are. */
  const readMany = <Rows>(
    { caller, signal }: Asker,
    read: (lane: Database) => Promise<Rows>,
  ): Promise<Rows> => searches.run({ owner: caller.workspaceId, signal }, read);

  /** Rows of a view that belong to some revisions of an item. */
  async function readPage(
    asker: Asker,
    query: Pick<ViewQuery, 'set' | 'view' | 'condition'>,
    page: Page,
  ): Promise<string> {
    const attributes = await attributesOf(asker.caller);
    return presentPage(await readMany(asker, (lane) => pageOfView(lane, { ...query, attributes }, page)));
  }

  return {
    async search(asker, query) {
      const { workspaceId } = asker.caller;
      const attributes = await attributesOf(asker.caller);
      const values = readQuery(searchParametersOf(attributes), query);
      const conditions = conditionsOf(values, { attributes, workspaceId });
      const page = await readMany(asker, (lane) =>
        pageOfItems(lane, { workspaceId, conditions, attributes, rule: RULE }, pageOf(values)),
      );
      return presentPage(page);
    },

    async matches(asker, body, page) {
      const { workspaceId } = asker.caller;
      const { value, problems } = readSearchBody(body);
      const attributes = await attributesOf(asker.caller);
      const { criteria, violations } = parseCriteria(value.criteria, attributes);
      failIfAny([...problems, ...violations]);
      const rule = value.revisionStatus;
      const conditions = criteria === undefined ? [] : [compileCriteria(criteria, rule)];
      const search = { workspaceId, conditions, attributes, rule };
      return presentPage(await readMany(asker, (lane) => pageOfItems(lane, search, page)));
    },

    async item(caller, of) {
      const set = oneItem(await getRevision(db, caller, of));
      const rows = await listRows(db, { set, view: ITEM_VIEW, attributes: await attributesOf(caller) });
      // An import may have taken the revision away between the two.
      return presentOne(rows) ?? fail('invalidGuid', of.guid);
    },

    async revisions(asker, { of, page }) {
      const { itemId } = await getRevision(db, asker.caller, of);
      return readPage(asker, { set: revisionsOf(itemId), view: REVISIONS_VIEW }, page);
    },

    async sourcing(asker, { of, page }) {
      const set = oneItem(await getRevision(db, asker.caller, of));
      return readPage(asker, { set, view: SOURCING_VIEW }, page);
    },

    async files(asker, { of, page, isFull }) {
      const set = oneItem(await getRevision(db, asker.caller, of));
      return readPage(asker, { set, view: isFull === true ? FULL_FILES_VIEW : FILES_VIEW }, page);
    },

    async bom(asker, { of, page, isFull }) {
      const set = oneItem(await getRevision(db, asker.caller, of));
      const attributes = await attributesOf(asker.caller);
      const view = isFull === true ? FULL_BOM_VIEW : BOM_VIEW;
      const key = 'b.id';
      const [lines, substitutes] = await readMany(asker, async (lane) => {
        const found = await pageOfView(lane, { set, view, attributes, key }, page);
        return [found, await substitutesOf(lane, { set, attributes }, found)];
      });
      return presentPage(lines, substitutes);
    },

    async whereUsed(asker, { of, page }) {
      const { itemId } = await getRevision(db, asker.caller, of);
      const condition = sql<boolean>`b.child_item_id = ${itemId}`;
      return readPage(asker, { set: assembliesOf(itemId), view: WHERE_USED_VIEW, condition }, page);
    },
  };
}

/** The substitutes of BOM lines, rows whose keys are those of lines of the set. */
export async function substitutesOf(
  db: Database,
  query: Pick<ViewQuery, 'set' | 'attributes'>,
  { rows }: Pick<ViewRows, 'rows'>,
): Promise<Additions> {
  const condition = sql<boolean>`b.id = ANY(${rows.map((row) => row.key)}::bigint[])`;
  const found = await listRows(db, { ...query, view: SUBSTITUTE_VIEW, key: 'b.id', condition });
  return additionsOf('substitutes', found);
}
