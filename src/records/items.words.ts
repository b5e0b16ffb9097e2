import { MAX_WILDCARDS } from '../engine/criteria/values.ts';
import { subquery } from '../engine/criteria/subquery.ts';
import { violation } from '../kernel/errors.ts';
import { isStorable } from '../kernel/text.ts';
import { likePattern } from '../platform/db/like.ts';
import { sql, type RawBuilder } from '../platform/db/database.ts';
import { textParameter, type QueryParameter } from '../platform/http/query.ts';

/** What somebody typed into a search box. */
export interface SearchWords {
  readonly words: readonly string[];
}

/** Each word is looked for in every item: 1.3 s of a processor for 500 000 of them, 0.2 s more for another word. */
const MAX_WORDS = 8;

export const wordsParameter: QueryParameter<SearchWords> = {
  ...textParameter(
    `Words, at most ${MAX_WORDS}, in any case: each stands somewhere in the number, the name, the description or a manufacturer item number of the item. \`*\` stands for any characters.`,
  ),
  read(text, name) {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const wildcards = text.split(/\*+/).length - 1;
    const isTooMuch = words.length > MAX_WORDS || wildcards > MAX_WILDCARDS;
    return isTooMuch || !isStorable(text)
      ? { problem: violation('invalidValue', name) }
      : { value: { words } };
  },
};

/** Conditions over `i` (items) and `r` (the revision shown), one for each word. */
export function conditionsOfWords({ words }: SearchWords, workspaceId: number): RawBuilder<boolean>[] {
  return words.map((word) => {
    const pattern = likePattern(`*${word}*`);
    // What a manufacturer calls the item is looked up once for all items; their own text is folded at one go.
    const sources = subquery(sql`r.id IN (
      SELECT x.parent_revision_id FROM supplier_items made JOIN source_relationships x ON x.mfr_item_id = made.id
      WHERE made.workspace_id = ${workspaceId} AND fold(made.number) LIKE fold(${pattern}))`);
    return sql<boolean>`(fold(concat_ws(E'\n', i.number, r.name, r.description)) LIKE fold(${pattern}) OR ${sources})`;
  });
}
