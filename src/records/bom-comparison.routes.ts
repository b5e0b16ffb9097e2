import { listCustomAttributes } from '../engine/attributes.ts';
import { sql, type Database } from '../platform/db/database.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { COMPARISON_PARAMETERS, comparisonSchema } from './bom-comparison.contract.ts';
import { pageOfComparison, type ComparisonQuery, type LinePair } from './bom-comparison.store.ts';
import { askerOf, sendJson } from './items.answer.ts';
import { BOM_VIEW, choiceOf, ITEM_PATH, ITEMS_TAG } from './items.contract.ts';
import { BOM_COMPARISON_EXAMPLE } from './items.examples.ts';
import { presentByKey } from './items.present.ts';
import { getRevision, substitutesOf, type ItemPorts } from './items.service.ts';
import { listRows, oneItem, type RevisionKey } from './items.store.ts';

/** Two revisions of an item, line by line. */
export function registerComparison(app: HttpServer, { db, searches }: ItemPorts): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/items/:guid/bom/comparison',
    id: 'compareBoms',
    tag: ITEMS_TAG,
    summary: 'Compare the BOMs of two revisions of an item',
    description:
      'Each side is the revision that the GUID names, or the one that `revisionNumber` and `revisionStatus` of that side choose. Lines of the same child belong together when nothing of them differs, else when they have the same line number, else in the order in which they stand; each line stands in one pair.',
    path: ITEM_PATH,
    query: COMPARISON_PARAMETERS,
    answers: {
      200: {
        description:
          'Lines in the order of their numbers, those removed before those added. The counts are those of all lines.',
        schema: comparisonSchema,
        example: BOM_COMPARISON_EXAMPLE,
      },
    },
    errors: ['searchTooSlow'],
    handle: async ({ request, reply, params: { guid }, query }) => {
      const { caller, signal } = askerOf(request, reply);
      const before = choiceOf(query['from.revisionNumber'], query['from.revisionStatus']);
      const after = choiceOf(query['to.revisionNumber'], query['to.revisionStatus']);
      const from = await getRevision(db, caller, { guid, side: 'from.', ...before });
      const to = await getRevision(db, caller, { guid, side: 'to.', ...after });
      const attributes = await listCustomAttributes(db, caller.workspaceId);
      const includeUnchanged = query.includeUnchanged === true;
      const compared = { from: from.revisionId, to: to.revisionId, attributes, includeUnchanged };
      const answer = await searches.run({ owner: caller.workspaceId, signal }, async (lane) => {
        const { counts, pairs } = await pageOfComparison(lane, compared, pageOf(query));
        const textBefore = await textsOf(lane, from, { attributes, pairs, side: 'fromId' });
        const textAfter = await textsOf(lane, to, { attributes, pairs, side: 'toId' });
        const results = pairs.map(
          ({ change, attributes: names, fromId, toId }) =>
            `{"change":"${change}","attributes":${JSON.stringify(names)},"from":${textBefore(fromId)},"to":${textAfter(toId)}}`,
        );
        const { added, removed, changed, unchanged } = counts;
        const count = added + removed + changed + (includeUnchanged ? unchanged : 0);
        return `${JSON.stringify({ count, ...counts }).slice(0, -1)},"results":[${results.join(',')}]}`;
      });
      return sendJson(reply, answer);
    },
  });
}

/** The lines of one side of pairs, as BOMs have them. */
async function textsOf(
  db: Database,
  revision: RevisionKey,
  {
    attributes,
    pairs,
    side,
  }: Pick<ComparisonQuery, 'attributes'> & {
    readonly pairs: readonly LinePair[];
    readonly side: 'fromId' | 'toId';
  },
): Promise<(id: number | null) => string> {
  const ids = pairs.flatMap((pair) => pair[side] ?? []);
  const set = oneItem(revision);
  const condition = sql<boolean>`b.id = ANY(${ids}::bigint[])`;
  const lines = await listRows(db, { set, view: BOM_VIEW, attributes, key: 'b.id', condition });
  const texts = presentByKey(lines, await substitutesOf(db, { set, attributes }, lines));
  return (id) => (id === null ? undefined : texts.get(id)) ?? 'null';
}
