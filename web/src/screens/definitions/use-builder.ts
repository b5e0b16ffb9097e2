import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Attributes } from './model/catalogue.ts';
import { isReadable, stateOf, type CriteriaState } from './model/criteria-state.ts';
import { isWhole, jsonOf, rowsOf, EMPTY_DRAFT } from './model/draft.ts';
import { NEW_FORM, type DefinitionForm } from './model/definition-form.ts';
import { warningsOf } from './model/warnings.ts';
import type { MatchesState } from './matches.tsx';
import { useLimits, useMatches } from './queries.ts';
import type { RevisionRule } from '../../../../src/kernel/vocabulary.ts';

/** What the builder begins with. */
export interface Beginning {
  readonly form: DefinitionForm;
  readonly criteria: CriteriaState;
}
export const NOTHING: Beginning = { form: NEW_FORM, criteria: stateOf(EMPTY_DRAFT) };

/** Whoever types is not asked for at each letter. */
const DELAY_MS = 400;

/** Criteria that are edited, with the items that they match now. */
export function useTriedCriteria(state: CriteriaState, attributes: Attributes, revisionStatus: RevisionRule) {
  const text = JSON.stringify(jsonOf(state.draft));
  const asked = useMemo(() => ({ text, revisionStatus }), [text, revisionStatus]);
  const [settled] = useDebouncedValue(asked, DELAY_MS);
  const parsed = useMemo(() => attributes.parse(JSON.parse(text)), [attributes, text]);
  const isRight = parsed.violations.length === 0 && rowsOf(state.draft).every(isWhole);
  const matchesState: MatchesState = !isReadable(state)
    ? 'wrong'
    : state.draft.groups.length === 0
      ? 'none'
      : isRight
        ? 'asked'
        : 'incomplete';
  const isAsked =
    matchesState === 'asked' && attributes.parse(JSON.parse(settled.text)).criteria !== undefined;
  const query = useMatches({
    criteria: JSON.parse(settled.text),
    revisionStatus: settled.revisionStatus,
    isAsked,
  });
  const isStale = settled !== asked || query.isPlaceholderData;
  return {
    matches: { state: matchesState, query, isStale },
    criteria: parsed.criteria,
    /** Whether they may be kept: criteria that are right, or none. */
    isRight: isRight && isReadable(state),
    count: matchesState === 'asked' && !isStale && query.isSuccess ? query.data.count : undefined,
  };
}

/** Everything about a definition while it is made. */
export function useBuilder(beginning: Beginning, attributes: Attributes) {
  const [form, setForm] = useState(beginning.form);
  const [state, setState] = useState(beginning.criteria);
  const limits = useLimits();
  const tried = useTriedCriteria(state, attributes, form.options.revisionStatus);
  const { criteria, count } = tried;
  const warnings = warningsOf({ options: form.options, criteria, limits: limits.data, count });
  return { form, setForm, state, setState, tried, warnings };
}
