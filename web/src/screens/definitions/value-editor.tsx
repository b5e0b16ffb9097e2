import { NativeSelect, Stack, TagsInput, TextInput, Autocomplete } from '@mantine/core';
import { t as shared } from '../../lib/texts-shared.ts';
import { ItemPicker } from './item-picker.tsx';
import type { ListedAttribute } from './model/catalogue.ts';
import { operatorOf, type Row } from './model/draft.ts';
import { localOf, zuluOf } from './model/local-time.ts';
import { editorOf, numberOf, oneOption, valuesOf } from './model/row-values.ts';
import { t } from './texts.ts';

export interface ValueEditorProps {
  readonly row: Row;
  readonly attribute: ListedAttribute;
  readonly error: string | undefined;
  /** Undefined: there is no value any more. */
  readonly onChange: (value: unknown) => void;
}

/** The field for a value, by the type of the attribute and the operator. */
export function ValueEditor({ row, attribute, error, onChange }: ValueEditorProps) {
  const { value } = row;
  const field = { label: t('value'), error, withAsterisk: false };
  switch (editorOf(attribute, row)) {
    case 'boolean':
      return (
        <NativeSelect
          {...field}
          value={String(value).toLowerCase()}
          data={[
            { value: 'true', label: shared('yes') },
            { value: 'false', label: shared('no') },
          ]}
          onChange={(event) => {
            onChange(event.currentTarget.value === 'true');
          }}
        />
      );
    case 'number':
      return (
        <TextInput
          {...field}
          inputMode="decimal"
          value={textOf(value)}
          onChange={(event) => {
            onChange(numberOf(event.currentTarget.value));
          }}
        />
      );
    case 'date-time':
      return <TimeField label={t('value')} value={value} error={error} onChange={onChange} />;
    case 'range':
      return <RangeFields value={value} error={error} onChange={onChange} />;
    case 'guids':
      return (
        <ItemPicker
          label={t('value')}
          error={error}
          guids={valuesOf(value)}
          isOne={operatorOf(row.operator) === 'IS_EQUAL_TO'}
          onChange={onChange}
        />
      );
    case 'several':
      return (
        <TagsInput
          {...field}
          value={valuesOf(value)}
          data={[...(attribute.possibleValues ?? [])]}
          placeholder={valuesOf(value).length === 0 ? t('severalHint') : ''}
          acceptValueOnBlur
          splitChars={[]}
          comboboxProps={{ shadow: 'md' }}
          onChange={(values) => {
            onChange(values.length === 0 ? undefined : values);
          }}
        />
      );
    case 'one':
      return (
        <Autocomplete
          {...field}
          value={valuesOf(value)[0] ?? textOf(value)}
          data={[...(attribute.possibleValues ?? [])]}
          comboboxProps={{ shadow: 'md' }}
          onChange={(text) => {
            onChange(oneOption(text));
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          {...field}
          value={textOf(value)}
          description={hasWildcards(row, attribute) ? t('wildcards') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function hasWildcards({ operator }: Row, { type }: ListedAttribute): boolean {
  return type === 'text' && /CONTAIN|START/.test(operatorOf(operator) ?? '');
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly error?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** In the reader's zone; the Zulu that is sent stands below it. */
function TimeField({ label, value, error, onChange }: TimeFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      step={1}
      label={label}
      error={error}
      value={localOf(value)}
      description={
        typeof value === 'string' && localOf(value) !== '' ? t('zulu', { zulu: value }) : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => {
        onChange(zuluOf(event.currentTarget.value));
      }}
    />
  );
}

function RangeFields({ value, error, onChange }: Omit<TimeFieldProps, 'label'>) {
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <Stack gap="xs">
      <TimeField
        label={t('from')}
        value={from}
        onChange={(one) => {
          onChange(rangeOf(one, to));
        }}
      />
      <TimeField
        label={t('to')}
        value={to}
        error={error}
        onChange={(one) => {
          onChange(rangeOf(from, one));
        }}
      />
    </Stack>
  );
}

/** Half of a range stays, and is told of by the error, until the other half is there. */
function rangeOf(from: unknown, to: unknown): unknown {
  return from === undefined && to === undefined ? undefined : [from ?? '', to ?? ''];
}
