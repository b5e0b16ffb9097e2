import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useItemsByGuid, useItemsByNumber } from './queries.ts';
import { t } from './texts.ts';

interface ItemPickerProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly guids: readonly string[];
  readonly isOne: boolean;
  readonly onChange: (value: unknown) => void;
}

/** What is shown of an item. */
interface Named {
  readonly guid: string | null;
  readonly number: string | null;
  readonly name: string | null;
}
const optionOf = ({ guid, number, name }: Named) => ({
  value: guid ?? '',
  label: [number, name].filter((text) => text !== null && text !== '').join(' · '),
});

const SEARCH_DELAY_MS = 250;

/** Items by their numbers, kept as GUIDs. A GUID that names no item now is shown as it is. */
export function ItemPicker({ label, error, guids, isOne, onChange }: ItemPickerProps) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, SEARCH_DELAY_MS);
  const found = useItemsByNumber(asked);
  const chosen = useItemsByGuid(guids);
  const options = new Map(
    [
      ...guids.map((guid) => ({ value: guid, label: guid })),
      ...(chosen.data ?? []).filter(({ guid }) => guids.includes(guid ?? '')).map(optionOf),
      ...(asked.trim() === '' ? [] : (found.data ?? []).map(optionOf)),
    ].map((option) => [option.value, option]),
  );
  const field = {
    label,
    error,
    data: [...options.values()],
    searchable: true,
    placeholder: guids.length === 0 ? t('pickItem') : '',
    nothingFoundMessage: search === '' ? t('pickItemHint') : t('noItem'),
    // The server has searched: `*` is no part of a number.
    filter: ({ options: all }: { options: unknown[] }) => all as never,
    onSearchChange: setSearch,
    comboboxProps: { shadow: 'md' },
  };
  return isOne ? (
    <Select
      {...field}
      value={guids[0] ?? null}
      onChange={(guid) => {
        onChange(guid ?? undefined);
      }}
      clearable
    />
  ) : (
    <MultiSelect
      {...field}
      value={[...guids]}
      onChange={(values) => {
        onChange(values.length === 0 ? undefined : values);
      }}
    />
  );
}
