import { ActionIcon, Button, Fieldset, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { OperatorName } from '../../../../src/engine/criteria/operators.ts';
import { LOGIC_WORDS } from '../../../../src/engine/criteria/parse.ts';
import classes from './definitions.module.css';
import type { Attributes, ListedAttribute } from './model/catalogue.ts';
import {
  addGroup,
  addRow,
  changeGroup,
  changeRow,
  isWhole,
  logicOf,
  operatorOf,
  removeGroup,
  removeRow,
  withValue,
  type Draft,
  type DraftGroup,
  type Row,
} from './model/draft.ts';
import { withAttribute, withOperator } from './model/row-values.ts';
import { operatorWords, t } from './texts.ts';
import { ValueEditor } from './value-editor.tsx';

interface CriteriaRowsProps {
  readonly draft: Draft;
  readonly attributes: Attributes;
  /** Whether rows that are not whole are told of: not while they are being made. */
  readonly isChecked: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** Groups of criteria, each a row that can be read as a sentence. */
export function CriteriaRows({ draft, attributes, isChecked, onChange }: CriteriaRowsProps) {
  return (
    <Stack gap="sm">
      {draft.groups.map((group, index) => (
        <Stack key={group.id} gap="sm">
          {index > 0 && (
            <LogicSelect
              label={t('wordBeforeGroup', { group: index + 1 })}
              value={group.logic}
              onChange={(logic) => {
                onChange(changeGroup(draft, group.id, (one) => ({ ...one, logic })));
              }}
            />
          )}
          <GroupRows group={group} place={index + 1} {...{ draft, attributes, isChecked, onChange }} />
        </Stack>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onChange(addGroup(draft));
          }}
        >
          {draft.groups.length === 0 ? t('addCriterion') : t('addGroup')}
        </Button>
      </Group>
    </Stack>
  );
}

function GroupRows({
  group,
  place,
  draft,
  attributes,
  isChecked,
  onChange,
}: CriteriaRowsProps & { readonly group: DraftGroup; readonly place: number }) {
  return (
    <Fieldset legend={t('group', { group: place })} p="sm" className={classes['group']}>
      <Stack gap="sm">
        {group.rows.map((row, index) => (
          <Stack key={row.id} gap="sm">
            {index > 0 && (
              <LogicSelect
                label={t('wordBefore')}
                value={row.logic}
                onChange={(logic) => {
                  onChange(changeRow(draft, row.id, (one) => ({ ...one, logic })));
                }}
              />
            )}
            <CriterionRow
              {...{ row, attributes, isChecked }}
              onChange={(changed) => {
                onChange(changeRow(draft, row.id, () => changed));
              }}
              removeLabel={t('removeCriterion', { row: index + 1, group: place })}
              onRemove={() => {
                onChange(removeRow(draft, row.id));
              }}
            />
          </Stack>
        ))}
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              onChange(addRow(draft, group.id));
            }}
          >
            {t('addToGroup', { group: place })}
          </Button>
          {group.rows.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              className={classes['quiet']}
              onClick={() => {
                onChange(removeGroup(draft, group.id));
              }}
            >
              {t('removeGroup', { group: place })}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface LogicSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (word: string) => void;
}

function LogicSelect({ label, value, onChange }: LogicSelectProps) {
  return (
    <NativeSelect
      aria-label={label}
      size="xs"
      w={88}
      value={logicOf(value)}
      data={LOGIC_WORDS.map((word) => ({ value: word, label: word === 'AND' ? t('and') : t('or') }))}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

interface CriterionRowProps {
  readonly row: Row;
  readonly attributes: Attributes;
  readonly isChecked: boolean;
  readonly removeLabel: string;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function CriterionRow({ row, attributes, isChecked, removeLabel, onChange, onRemove }: CriterionRowProps) {
  const attribute = attributes.find(row.attribute);
  const error = errorOf(row, attributes, isChecked);
  return (
    <div className={classes['criterion']}>
      <Select
        label={t('attribute')}
        placeholder={t('attributeHint')}
        data={choicesOf(attributes.all)}
        value={row.attribute === '' ? null : row.attribute}
        searchable
        allowDeselect={false}
        autoFocus={row.attribute === ''}
        limit={MAX_CHOICES}
        maxDropdownHeight={320}
        nothingFoundMessage={t('noAttribute')}
        comboboxProps={{ shadow: 'md' }}
        error={attribute === undefined ? error : undefined}
        onChange={(apiName) => {
          if (apiName !== null) onChange(withAttribute(row, apiName, attributes));
        }}
      />
      {attribute !== undefined && (
        <>
          <NativeSelect
            label={t('operator')}
            value={operatorOf(row.operator) ?? ''}
            data={attribute.operators.map((name) => ({ value: name, label: operatorWords(name) }))}
            onChange={(event) => {
              onChange(withOperator(row, event.currentTarget.value as OperatorName));
            }}
          />
          <ValueEditor
            {...{ row, attribute, error }}
            onChange={(value) => {
              onChange(withValue(row, value));
            }}
          />
        </>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={removeLabel}
        className={classes['remove']}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function errorOf(row: Row, attributes: Attributes, isChecked: boolean): string | undefined {
  if (!isWhole(row)) return isChecked ? t('incomplete') : undefined;
  const { attribute, operator, value } = row;
  return attributes.parse([[{ attribute, operator, value }]]).violations[0]?.message;
}

/** More are found by searching. */
const MAX_CHOICES = 100;

const choices = new WeakMap<
  readonly ListedAttribute[],
  { group: string; items: { value: string; label: string }[] }[]
>();

/** The attributes by kind: made once for a list, which has hundreds. */
function choicesOf(all: readonly ListedAttribute[]) {
  const known = choices.get(all);
  if (known !== undefined) return known;
  const kinds = Map.groupBy(all, kindOf);
  const made = [...kinds].map(([group, items]) => ({
    group,
    items: items.map(({ apiName, name }) => ({ value: apiName, label: name })),
  }));
  choices.set(all, made);
  return made;
}

function kindOf({ apiName, isCustom }: ListedAttribute): string {
  if (isCustom) return t('custom');
  return apiName.startsWith('supplier') ? t('ofSources') : t('builtIn');
}

/** For who has no criteria yet. */
export function NoCriteria() {
  return (
    <Text size="sm" c="dimmed">
      {t('criteriaHint')}
    </Text>
  );
}
