import { findOperator, OPERATORS_OF_TYPE } from '../../../../../src/engine/criteria/operators.ts';
import { LOGIC_WORDS } from '../../../../../src/engine/criteria/parse.ts';
import type { WrittenCriteria, WrittenCriterion } from '../../../../../src/engine/criteria/where.ts';
import { matchOption } from '../../../../../src/kernel/vocabulary.ts';

/**
 * Criteria while they are being built: rows in groups. JSON that was read comes back as it was, letter case and form included, as the server
 * keeps criteria as they were received.
 */
export interface Draft {
  readonly groups: readonly DraftGroup[];
  /** One group may stand in JSON without its brackets. */
  readonly isFlat: boolean;
  /** What no criteria are in JSON. */
  readonly nothing: null | readonly [];
  /** For what is added. */
  readonly nextId: number;
}
export interface DraftGroup {
  readonly id: number;
  /** The word before it; of the first it is not written. */
  readonly logic: string;
  readonly rows: readonly Row[];
}
export interface Row {
  readonly id: number;
  readonly logic: string;
  readonly attribute: string;
  readonly operator: string;
  /** Undefined: not given yet. */
  readonly value?: unknown;
}

export const EMPTY_DRAFT: Draft = { groups: [], isFlat: false, nothing: null, nextId: 1 };
const AND = LOGIC_WORDS[0];

/** JSON in which the parser has found nothing wrong. */
export function draftOf(json: unknown): Draft {
  if (!Array.isArray(json) || json.length === 0)
    return { ...EMPTY_DRAFT, nothing: Array.isArray(json) ? [] : null };
  let nextId = 1;
  const isFlat = !Array.isArray(json[0]);
  const groups = termsOf(isFlat ? [json] : json).map(({ logic, term }): DraftGroup => {
    const id = nextId++;
    const rows = termsOf(term as unknown[]).map((row) => ({
      id: nextId++,
      logic: row.logic,
      ...(row.term as WrittenCriterion),
    }));
    return { id, logic, rows };
  });
  return { groups, isFlat, nothing: null, nextId };
}

/** Terms with the word before each. */
function termsOf(chain: readonly unknown[]): { logic: string; term: unknown }[] {
  return chain
    .filter((_, index) => index % 2 === 0)
    .map((term, index) => ({ logic: index === 0 ? AND : String(chain[2 * index - 1]), term }));
}

/** What is not given yet is not in it, and JSON leaves it out. */
export function jsonOf({ groups, isFlat, nothing }: Draft): unknown {
  if (groups.length === 0) return nothing;
  const written = groups.map(({ logic, rows }) => ({
    logic,
    term: chainOf(rows.map((row) => ({ logic: row.logic, term: criterionOf(row) }))),
  }));
  return isFlat && groups.length === 1 ? written[0]?.term : chainOf(written);
}

function chainOf<Term>(terms: readonly { logic: string; term: Term }[]): (Term | string)[] {
  return terms.flatMap(({ logic, term }, index) => (index === 0 ? [term] : [logic, term]));
}

function criterionOf({ attribute, operator, value }: Row): object {
  return {
    ...(attribute !== '' && { attribute }),
    ...(operator !== '' && { operator }),
    ...(value !== undefined && { value }),
  };
}

const OPERATORS = [...new Set(Object.values(OPERATORS_OF_TYPE).flat())];

/** The operator that is meant, misprints and letter case aside. */
export function operatorOf(text: string): (typeof OPERATORS)[number] | undefined {
  return OPERATORS.find((name) => findOperator(text, [name]) !== undefined);
}

/** The word that is meant. */
export const logicOf = (text: string): (typeof LOGIC_WORDS)[number] => matchOption(LOGIC_WORDS, text) ?? AND;

/** The same criteria in the one form in which words are written: in groups, operators and words as the API has them. */
export function canonicalOf({ groups }: Draft): WrittenCriteria {
  return groups.flatMap(({ logic, rows }, place) => {
    const group = rows.flatMap(({ attribute, operator, value, logic: word }, index) => {
      const criterion = {
        attribute,
        operator: operatorOf(operator) ?? operator,
        value: value as WrittenCriterion['value'],
      };
      return index === 0 ? [criterion] : [logicOf(word), criterion];
    });
    return place === 0 ? [group] : [logicOf(logic), group];
  });
}

export const rowsOf = ({ groups }: Draft): Row[] => groups.flatMap(({ rows }) => rows);

/** The row with a value, or with none. */
export function withValue({ id, logic, attribute, operator }: Row, value: unknown): Row {
  return { id, logic, attribute, operator, ...(value !== undefined && { value }) };
}

/** Whether everything of it is given. */
export const isWhole = ({ attribute, operator, value }: Row): boolean =>
  attribute !== '' && operator !== '' && value !== undefined;

const emptyRow = (id: number): Row => ({ id, logic: AND, attribute: '', operator: '' });

/** A group with one empty row, at the end. */
export function addGroup(draft: Draft): Draft {
  const group = { id: draft.nextId, logic: AND, rows: [emptyRow(draft.nextId + 1)] };
  return { ...draft, groups: [...draft.groups, group], isFlat: false, nextId: draft.nextId + 2 };
}

export function addRow(draft: Draft, groupId: number): Draft {
  return {
    ...changeGroup(draft, groupId, (group) => ({ ...group, rows: [...group.rows, emptyRow(draft.nextId)] })),
    nextId: draft.nextId + 1,
  };
}

/** A group goes with its last row. */
export function removeRow(draft: Draft, rowId: number): Draft {
  const groups = draft.groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ id }) => id !== rowId) }))
    .filter(({ rows }) => rows.length > 0);
  return { ...draft, groups };
}

export function removeGroup(draft: Draft, groupId: number): Draft {
  return { ...draft, groups: draft.groups.filter(({ id }) => id !== groupId) };
}

export function changeRow(draft: Draft, rowId: number, change: (row: Row) => Row): Draft {
  const rowsIn = (rows: readonly Row[]): Row[] => rows.map((row) => (row.id === rowId ? change(row) : row));
  return { ...draft, groups: draft.groups.map((group) => ({ ...group, rows: rowsIn(group.rows) })) };
}

export function changeGroup(draft: Draft, groupId: number, change: (group: DraftGroup) => DraftGroup): Draft {
  return { ...draft, groups: draft.groups.map((group) => (group.id === groupId ? change(group) : group)) };
}
