import { parseWhere, writeWhere } from '../../../../../src/engine/criteria/where.ts';
import type { Attributes } from './catalogue.ts';
import { canonicalOf, draftOf, isWhole, jsonOf, rowsOf, type Draft } from './draft.ts';

/** A side on which criteria are edited as text: what it says, or what is wrong with it. */
export type Reading = { readonly draft: Draft } | { readonly problems: readonly string[] };

/** JSON as a person reads it. */
export function jsonTextOf(draft: Draft): string {
  return JSON.stringify(jsonOf(draft), undefined, 2);
}

/** Criteria that may be kept; nothing at all is no criteria. */
export function readJsonText(text: string, attributes: Attributes): Reading {
  let json: unknown;
  try {
    json = text.trim() === '' ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
  return readJson(json, attributes);
}

export function readJson(json: unknown, attributes: Attributes): Reading {
  const problems = attributes.parse(json).violations.map(({ message }) => message);
  return problems.length > 0 ? { problems: [...new Set(problems)] } : { draft: draftOf(json) };
}

/** As the command line takes them: `number STARTS_WITH "900-" AND isAssembly IS_EQUAL_TO true`; undefined while a row is not whole. */
export function wordsOf(draft: Draft): string | undefined {
  if (draft.groups.length === 0) return '';
  return rowsOf(draft).every(isWhole) ? writeWhere(canonicalOf(draft)) : undefined;
}

export function readWords(text: string, attributes: Attributes): Reading {
  if (text.trim() === '') return { draft: draftOf(null) };
  try {
    return readJson(
      parseWhere(text, (name) => attributes.find(name)?.type),
      attributes,
    );
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}
