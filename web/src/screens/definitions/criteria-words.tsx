import { Code, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Attributes } from './model/catalogue.ts';
import { draftOf, logicOf, operatorOf, type DraftGroup, type Row } from './model/draft.ts';
import { valuesOf } from './model/row-values.ts';
import { localOf } from './model/local-time.ts';
import { Time } from '../../lib/time.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { operatorWords, t } from './texts.ts';

interface CriteriaWordsProps {
  readonly criteria: unknown;
  /** Undefined while they are not known: then attributes are called as in the API. */
  readonly attributes: Attributes | undefined;
}

/** Criteria as sentences. Those that cannot be read any more, as when an attribute is gone, are shown as JSON. */
export function CriteriaWords({ criteria, attributes }: CriteriaWordsProps) {
  if (!Array.isArray(criteria) || criteria.length === 0) return <Text>{t('noCriteria')}</Text>;
  if (attributes !== undefined && attributes.parse(criteria).violations.length > 0)
    return <Code block>{JSON.stringify(criteria, undefined, 2)}</Code>;
  const { groups } = draftOf(criteria);
  return (
    <Stack gap={4}>
      {groups.map((group, index) => (
        <div key={group.id}>
          {index > 0 && <Logic word={group.logic} />}
          <GroupWords group={group} attributes={attributes} isAlone={groups.length === 1} />
        </div>
      ))}
    </Stack>
  );
}

interface GroupWordsProps {
  readonly group: DraftGroup;
  readonly attributes: Attributes | undefined;
  readonly isAlone: boolean;
}

function GroupWords({ group, attributes, isAlone }: GroupWordsProps) {
  const hasBrackets = !isAlone && group.rows.length > 1;
  return (
    <Text component="span">
      {hasBrackets && '('}
      {group.rows.map((row, index) => (
        <Fragment key={row.id}>
          {index > 0 && <Logic word={row.logic} />}
          <Sentence row={row} attributes={attributes} />
        </Fragment>
      ))}
      {hasBrackets && ')'}
    </Text>
  );
}

function Logic({ word }: { readonly word: string }) {
  return (
    <Text component="span" c="dimmed" mx={6}>
      {logicOf(word) === 'OR' ? t('or') : t('and')}
    </Text>
  );
}

function Sentence({ row, attributes }: { readonly row: Row; readonly attributes: Attributes | undefined }) {
  const attribute = attributes?.find(row.attribute);
  const operator = operatorOf(row.operator);
  return (
    <>
      <Text component="span" fw={600}>
        {attribute?.name ?? row.attribute}
      </Text>{' '}
      {operator === undefined ? row.operator : operatorWords(operator)}{' '}
      <Value row={row} isList={isList(attribute?.type)} />
    </>
  );
}

const isList = (type: string | undefined): boolean => type === 'option' || type === 'guid';
/** Longer lists are not read by people. */
const MAX_VALUES = 20;

function Value({ row: { value }, isList: hasList }: { readonly row: Row; readonly isList: boolean }) {
  if (typeof value === 'boolean') return <>{value ? shared('yes') : shared('no')}</>;
  const values = Array.isArray(value) || hasList ? valuesOf(value) : [value];
  const more = values.length - MAX_VALUES;
  return (
    <>
      {values.slice(0, MAX_VALUES).map((one, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          {localOf(one) === '' ? <Code>{String(one)}</Code> : <Time value={String(one)} />}
        </Fragment>
      ))}
      {more > 0 && ` ${t('andMore', { more })}`}
    </>
  );
}
