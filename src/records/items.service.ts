import type { Caller } from '../access/access.contract.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import type { View } from '../engine/views/view.ts';
import { compileCriteria, parseCriteria } from '../engine/criteria/criteria.ts';
import { fail, failIfAny } from '../kernel/errors.ts';
import type { Page } from '../kernel/paging.ts';
import { isStorable } from '../kernel/text.ts';
import { sql, type Database } from '../platform/db/database.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { createBodyReader } from '../platform/http/body.ts';
import { pageOf, readQuery, type RawQuery } from '../platform/http/query.ts';
import { BOM_VIEW, ITEM_VIEW, RULE, searchBody, SUBSTITUTE_VIEW, WHERE_USED_VIEW } from './items.contract.ts';
import { additionsOf, presentOne, presentPage } from './items.present.ts';
import { conditionsOf, searchParametersOf } from './items.search.ts';
import {
  assembliesOf,
  findRevision,
  listRows,
  oneItem,
  pageOfItems,
  pageOfView,
  type RevisionKey,
} from './items.store.ts';

const readSearchBody = createBodyReader(searchBody);

/** Who reads, and until when: `signal` is aborted when nobody waits for the answer any more. */
export interface Asker {
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** Each of these gives the JSON text of an answer; see items.present.ts. */
export interface ItemReader {
  search(asker: Asker, query: RawQuery): Promise<string>;
  /** The items that a run with these criteria and this option would take, before BOM explosion. */
  matches(asker: Asker, body: unknown, page: Page): Promise<string>;
  item(caller: Caller, guid: string): Promise<string>;
  /** Rows of a view that belong to the item. */
  lines(asker: Asker, guid: string, select: { readonly view: View; readonly page: Page }): Promise<string>;
  bom(asker: Asker, guid: string, page: Page): Promise<string>;
  whereUsed(asker: Asker, guid: string, page: Page): Promise<string>;
}

export interface ItemPorts {
  readonly db: Database;
  readonly searches: SearchLanes;
}

/** Reads the items of the caller's workspace. A GUID that names none of them is 3011. */
export function createItemReader({ db, searches }: ItemPorts): ItemReader {
  /** What a GUID of a path names. PostgreSQL is not asked for text that it cannot have. */
  async function getRevision({ workspaceId }: Caller, guid: string): Promise<RevisionKey> {
    const found = isStorable(guid) ? await findRevision(db, workspaceId, guid) : undefined;
    return found ?? fail('invalidGuid', guid);
  }
  const attributesOf = ({ workspaceId }: Caller) => listCustomAttributes(db, workspaceId);
  /** What reads as many rows as there are. */
  const readMany = <Rows>(
    { caller, signal }: Asker,
    read: (lane: Database) => Promise<Rows>,
  ): Promise<Rows> => searches.run({ owner: caller.workspaceId, signal }, read);

  return {
    async search(asker, query) {
      const { workspaceId } = asker.caller;
      const attributes = await attributesOf(asker.caller);
      const values = readQuery(searchParametersOf(attributes), query);
      const conditions = conditionsOf(values, attributes);
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

    async item(caller, guid) {
      const set = oneItem(await getRevision(caller, guid));
      const rows = await listRows(db, { set, view: ITEM_VIEW, attributes: await attributesOf(caller) });
      // An import may have taken the revision away between the two.
      return presentOne(rows) ?? fail('invalidGuid', guid);
    },

    async lines(asker, guid, { view, page }) {
      const set = oneItem(await getRevision(asker.caller, guid));
      const attributes = await attributesOf(asker.caller);
      return presentPage(await readMany(asker, (lane) => pageOfView(lane, { set, view, attributes }, page)));
    },

    async bom(asker, guid, page) {
      const set = oneItem(await getRevision(asker.caller, guid));
      const attributes = await attributesOf(asker.caller);
      const key = 'b.id';
      const [lines, substitutes] = await readMany(asker, async (lane) => {
        const found = await pageOfView(lane, { set, view: BOM_VIEW, attributes, key }, page);
        const lineIds = found.rows.map((row) => row.key);
        const condition = sql<boolean>`b.id = ANY(${lineIds}::bigint[])`;
        return [found, await listRows(lane, { set, view: SUBSTITUTE_VIEW, attributes, key, condition })];
      });
      return presentPage(lines, additionsOf('substitutes', substitutes));
    },

    async whereUsed(asker, guid, page) {
      const { itemId } = await getRevision(asker.caller, guid);
      const query = {
        set: assembliesOf(itemId),
        view: WHERE_USED_VIEW,
        attributes: await attributesOf(asker.caller),
        condition: sql<boolean>`b.child_item_id = ${itemId}`,
      };
      return presentPage(await readMany(asker, (lane) => pageOfView(lane, query, page)));
    },
  };
}
