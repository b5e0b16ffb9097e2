import type { Attributes } from './catalogue.ts';
import { draftOf, type Draft } from './draft.ts';
import { jsonTextOf, readJsonText, readWords, wordsOf, type Reading } from './words.ts';

/** The two texts beside the rows. */
export type SideName = 'json' | 'words';

/** What stands in a text field, and what is wrong with it: while something is, the rows stay as they were. */
export interface Side {
  readonly text: string;
  readonly problems: readonly string[];
}

/** Criteria as rows and as texts, which say the same unless a text is wrong. */
export interface CriteriaState extends Readonly<Record<SideName, Side>> {
  readonly draft: Draft;
}

const sideOf = (text: string): Side => ({ text, problems: [] });

export function stateOf(draft: Draft): CriteriaState {
  return { draft, json: sideOf(jsonTextOf(draft)), words: sideOf(wordsOf(draft) ?? '') };
}

const READERS: Readonly<Record<SideName, (text: string, attributes: Attributes) => Reading>> = {
  json: readJsonText,
  words: readWords,
};

/** What a text that is typed makes of the criteria: what is right goes into the rows and the other text. */
export function withText(
  state: CriteriaState,
  typed: { readonly side: SideName; readonly text: string },
  attributes: Attributes,
): CriteriaState {
  const { side, text } = typed;
  const reading = READERS[side](text, attributes);
  if ('draft' in reading) return { ...stateOf(reading.draft), [side]: sideOf(text) };
  return { ...state, [side]: { text, problems: reading.problems } };
}

/** Criteria that came from elsewhere; what is wrong with them stands beside their text, above no rows. */
export function stateFrom(
  typed: { readonly side: SideName; readonly text: string },
  attributes: Attributes,
): CriteriaState {
  return withText(stateOf(draftOf(null)), typed, attributes);
}

export const isReadable = ({ json, words }: CriteriaState): boolean =>
  json.problems.length === 0 && words.problems.length === 0;
