import { Button, Collapse, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RUN_STATUSES } from '../../../../src/kernel/vocabulary.ts';
import { statusWords } from '../../lib/run-status.tsx';
import { api, dataOf } from '../../lib/api.ts';
import { asPattern, asTyped, type Filter, type FilterName } from './filter.ts';
import { t } from './texts.ts';

/** While somebody types. */
const APPLY_AFTER_MS = 300;
const TIMES = [
  ['creationDateTimeFrom', 'acceptedFrom'],
  ['creationDateTimeTo', 'acceptedTo'],
  ['completionDateTimeFrom', 'completedFrom'],
  ['completionDateTimeTo', 'completedTo'],
] as const satisfies readonly (readonly [FilterName, string])[];

interface Props {
  readonly filter: Filter;
  readonly onChange: (changes: Readonly<Partial<Record<FilterName, string | undefined>>>) => void;
}

export function RunFilters({ filter, onChange }: Props) {
  const [isOpen, { toggle }] = useDisclosure(TIMES.some(([name]) => filter[name] !== undefined));
  const definitions = useQuery({
    queryKey: ['definition-names'],
    queryFn: () => dataOf(api.GET('/v1/exports', { params: { query: { limit: 400 } } })),
  });
  const known = (definitions.data?.results ?? []).map(({ guid, name, number }) => ({
    value: guid,
    label: `${name} (${number})`,
  }));
  const chosen = filter['export.guid'] ?? '';
  const isMissing = chosen !== '' && !known.some(({ value }) => value === chosen);
  return (
    <search aria-label={t('filters')}>
      <Group gap="sm" align="end">
        <NativeSelect
          label={t('status')}
          value={filter.status?.toUpperCase() ?? ''}
          onChange={(event) => {
            onChange({ status: event.currentTarget.value });
          }}
          data={[
            { value: '', label: t('anyStatus') },
            ...RUN_STATUSES.map((value) => ({ value, label: statusWords(value) })),
          ]}
        />
        <NativeSelect
          label={t('definition')}
          maw={260}
          value={chosen}
          onChange={(event) => {
            onChange({ 'export.guid': event.currentTarget.value });
          }}
          data={[
            { value: '', label: t('anyDefinition') },
            ...(isMissing ? [{ value: chosen, label: chosen }] : []),
            ...known,
          ]}
        />
        <Typed
          label={t('startedBy')}
          placeholder={t('startedByHint')}
          value={asTyped(filter['creator.fullName'] ?? '')}
          onChange={(text) => {
            onChange({ 'creator.fullName': asPattern(text.trim()) });
          }}
        />
        <NumberInput
          label={t('number')}
          w={100}
          min={1}
          max={2_147_483_647}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={filter.number ?? ''}
          onChange={(value) => {
            onChange({ number: String(value) });
          }}
        />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'fewerFilters' : 'moreFilters')}
        </Button>
        {Object.keys(filter).length > 0 && (
          <Button
            variant="subtle"
            onClick={() => {
              onChange(Object.fromEntries(Object.keys(filter).map((name) => [name, undefined])));
            }}
          >
            {t('clear')}
          </Button>
        )}
      </Group>
      <Collapse expanded={isOpen}>
        <Group gap="sm" mt="sm">
          {TIMES.map(([name, label]) => (
            <TextInput
              key={name}
              type="datetime-local"
              step={1}
              label={t(label)}
              value={localOf(filter[name])}
              onChange={(event) => {
                onChange({ [name]: zuluOf(event.currentTarget.value) });
              }}
            />
          ))}
        </Group>
      </Collapse>
    </search>
  );
}

interface TypedProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A search field: what is typed counts a moment later. */
function Typed({ label, placeholder, value, onChange }: TypedProps) {
  const [typed, setTyped] = useState({ text: value, of: value });
  const apply = useDebouncedCallback(onChange, APPLY_AFTER_MS);
  // Changed from elsewhere, as by the button that clears all.
  if (typed.of !== value) setTyped({ text: typed.text.trim() === value ? typed.text : value, of: value });
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed.text}
      onChange={(event) => {
        setTyped({ text: event.currentTarget.value, of: value });
        apply(event.currentTarget.value);
      }}
    />
  );
}

/** Zulu as a field of the reader's zone takes it. */
function localOf(zulu: string | undefined): string {
  const at = zulu === undefined ? Number.NaN : Date.parse(zulu);
  if (Number.isNaN(at)) return '';
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

const zuluOf = (local: string): string | undefined =>
  local === '' ? undefined : `${new Date(local).toISOString().slice(0, 19)}Z`;
