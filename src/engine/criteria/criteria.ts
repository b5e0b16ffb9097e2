/**
 * The criteria language: which items a run takes. `parse.ts` reads the shape, `catalogue.ts` says what can be asked
 * about, `operators.ts` and `values.ts` how, and `compile.ts` turns it into SQL.
 */
import type { RevisionRule } from '../../kernel/vocabulary.ts';
import type { RawBuilder } from '../../platform/db/database.ts';
import type { CustomAttribute } from '../attributes.ts';
import { createCatalogue, type Attribute } from './catalogue.ts';
import { compile } from './compile.ts';
import { parse, type Criteria as CriteriaOf, type ParsedCriteria } from './parse.ts';

/** Criteria that can be compiled. */
export type Criteria = CriteriaOf<Attribute>;

/**
 * Checks criteria as they came in JSON; null, nothing and `[]` are no criteria.
 * @param attributes the custom attributes of the workspace, of any world
 */
export function parseCriteria(
  value: unknown,
  attributes: readonly CustomAttribute[],
): ParsedCriteria<Attribute> {
  return parse(value, createCatalogue(attributes));
}

/**
 * The condition that criteria are: SQL over the aliases `i` (items) and `r` (the item_revisions row that `rule` reads
 * for the item), every value of the criteria a bound parameter. It may be NULL, which in WHERE is as good as false.
 */
export function compileCriteria(criteria: Criteria, rule: RevisionRule): RawBuilder<boolean> {
  return compile(criteria, rule);
}
