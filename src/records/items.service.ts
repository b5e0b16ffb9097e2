import type { Caller } from '../access/access.contract.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import type { View } from '../engine/views/view.ts';
import { fail } from '../kernel/errors.ts';
import type { Page } from '../kernel/paging.ts';
import { isStorable } from '../kernel/text.ts';
import { sql, type Database } from '../platform/db/database.ts';
import { pageOf, readQuery, type RawQuery } from '../platform/http/query.ts';
import { BOM_VIEW, ITEM_VIEW, SUBSTITUTE_VIEW, WHERE_USED_VIEW } from './items.contract.ts';
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

/** Each of these gives the JSON text of an answer; see items.present.ts. */
export interface ItemReader {
  search(caller: Caller, query: RawQuery): Promise<string>;
  item(caller: Caller, guid: string): Promise<string>;
  /** Rows of a view that belong to the item. */
  lines(caller: Caller, guid: string, select: { readonly view: View; readonly page: Page }): Promise<string>;
  bom(caller: Caller, guid: string, page: Page): Promise<string>;
  whereUsed(caller: Caller, guid: string, page: Page): Promise<string>;
}

/** Reads the items of the caller's workspace. A GUID that names none of them is 3011. */
export function createItemReader(db: Database): ItemReader {
  /** What a GUID of a path names. PostgreSQL is not asked for text that it cannot have. */
  async function getRevision({ workspaceId }: Caller, guid: string): Promise<RevisionKey> {
    const found = isStorable(guid) ? await findRevision(db, workspaceId, guid) : undefined;
    return found ?? fail('invalidGuid', guid);
  }
  const attributesOf = ({ workspaceId }: Caller) => listCustomAttributes(db, workspaceId);

  return {
    async search(caller, query) {
      const attributes = await attributesOf(caller);
      const values = readQuery(searchParametersOf(attributes), query);
      const conditions = conditionsOf(values, attributes);
      const { workspaceId } = caller;
      return presentPage(await pageOfItems(db, { workspaceId, conditions, attributes }, pageOf(values)));
    },

    async item(caller, guid) {
      const set = oneItem(await getRevision(caller, guid));
      const rows = await listRows(db, { set, view: ITEM_VIEW, attributes: await attributesOf(caller) });
      // An import may have taken the revision away between the two.
      return presentOne(rows) ?? fail('invalidGuid', guid);
    },

    async lines(caller, guid, { view, page }) {
      const set = oneItem(await getRevision(caller, guid));
      return presentPage(await pageOfView(db, { set, view, attributes: await attributesOf(caller) }, page));
    },

    async bom(caller, guid, page) {
      const set = oneItem(await getRevision(caller, guid));
      const attributes = await attributesOf(caller);
      const lines = await pageOfView(db, { set, view: BOM_VIEW, attributes, key: 'b.id' }, page);
      const lineIds = lines.rows.map(({ key }) => key);
      const substitutes = await listRows(db, {
        set,
        view: SUBSTITUTE_VIEW,
        attributes,
        key: 'b.id',
        condition: sql<boolean>`b.id = ANY(${lineIds}::bigint[])`,
      });
      return presentPage(lines, additionsOf('substitutes', substitutes));
    },

    async whereUsed(caller, guid, page) {
      const { itemId } = await getRevision(caller, guid);
      const query = {
        set: assembliesOf(itemId),
        view: WHERE_USED_VIEW,
        attributes: await attributesOf(caller),
        condition: sql<boolean>`b.child_item_id = ${itemId}`,
      };
      return presentPage(await pageOfView(db, query, page));
    },
  };
}
