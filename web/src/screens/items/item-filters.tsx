import { CloseButton, Group, Paper, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { t as shared } from '../../lib/texts-shared.ts';
import type { Search } from '../../lib/address.ts';
import { t } from './texts.ts';
import { useTyped } from './use-typed.ts';

interface Filter {
  /** The API's. */
  readonly name: string;
  readonly label: string;
  /** Undefined: any text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const YES_OR_NO = [
  { value: 'true', label: shared('yes') },
  { value: 'false', label: shared('no') },
];

/** Those that are offered. The address may have any other of the API's. */
const FILTERS: readonly Filter[] = [
  { name: 'number', label: t('number') },
  { name: 'name', label: t('name') },
  { name: 'category.path', label: t('category') },
  { name: 'lifecyclePhase.name', label: t('phase') },
  { name: 'owner.fullName', label: t('owner') },
  { name: 'supplier.name', label: t('supplier') },
  { name: 'supplierItem.number', label: t('supplierItem') },
  {
    name: 'revisionStatus',
    label: t('status'),
    options: [
      { value: 'EFFECTIVE', label: t('EFFECTIVE') },
      { value: 'WORKING', label: t('WORKING') },
    ],
  },
  { name: 'isAssembly', label: t('assembly'), options: YES_OR_NO },
  { name: 'inAssembly', label: t('inAssembly'), options: YES_OR_NO },
];

interface FiltersProps {
  readonly filters: Search;
  readonly onChange: (patch: Search, options?: { readonly replace: boolean }) => void;
}

export function FilterFields({ filters, onChange }: FiltersProps) {
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 5 }} spacing="sm">
        {FILTERS.map(({ name, label, options }) =>
          options === undefined ? (
            <TextFilter
              key={name}
              label={label}
              value={filters[name] ?? ''}
              onChange={(value) => {
                onChange({ [name]: value === '' ? undefined : value }, { replace: true });
              }}
            />
          ) : (
            <Select
              key={name}
              label={label}
              data={options}
              value={filters[name] ?? null}
              placeholder={t('any')}
              clearable
              onChange={(value) => {
                onChange({ [name]: value ?? undefined });
              }}
            />
          ),
        )}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="sm">
        {t('wildcardHint')}
      </Text>
    </Paper>
  );
}

function TextFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, type] = useTyped(value, onChange);
  return (
    <TextInput
      label={label}
      placeholder={t('any')}
      value={typed}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
      }}
    />
  );
}

/** What narrows the list, each to be taken away. */
export function FilterPills({ filters, onChange }: FiltersProps) {
  const set = Object.entries(filters);
  if (set.length === 0) return null;
  return (
    <Group gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('filters')}>
      {set.map(([name, value]) => {
        const filter = FILTERS.find((one) => one.name === name);
        const label = filter?.label ?? name;
        const shown = filter?.options?.find((option) => option.value === value)?.label ?? value;
        return (
          <Paper key={name} component="li" withBorder px="xs" py={2}>
            <Group gap={4} wrap="nowrap">
              <Text size="sm">
                {label}: <b>{shown}</b>
              </Text>
              <CloseButton
                size="sm"
                aria-label={t('removeFilter', { name: label })}
                onClick={() => {
                  onChange({ [name]: undefined });
                }}
              />
            </Group>
          </Paper>
        );
      })}
    </Group>
  );
}
