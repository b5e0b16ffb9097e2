import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '../../shell/page-title.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { offsetOf, useAddress, type Search } from '../../lib/address.ts';
import { FilterFields, FilterPills } from './item-filters.tsx';
import { Empty, ItemLink, ListTable, StatusBadge, type Column } from './parts.tsx';
import { useItems, type Item } from './queries.ts';
import { t } from './texts.ts';
import { useTyped } from './use-typed.ts';

const COLUMNS: readonly Column<Item>[] = [
  { header: t('number'), render: ({ guid, number }) => <ItemLink guid={guid} number={number} /> },
  { header: t('name'), render: ({ name }) => name },
  { header: t('revision'), render: ({ revisionNumber }) => revisionNumber },
  { header: t('status'), render: ({ revisionStatus }) => <StatusBadge status={revisionStatus} /> },
  { header: t('phase'), render: ({ lifecyclePhase }) => lifecyclePhase.name },
  { header: t('category'), render: ({ category }) => category.path },
  { header: t('assembly'), render: ({ isAssembly }) => (isAssembly ? shared('yes') : '') },
];

/** Search of the items of the workspace; words and filters stand in the address, by the API's names. */
export default function Screen() {
  const [address, change] = useAddress();
  const filters = Object.fromEntries(Object.entries(address).filter(([name]) => name !== 'offset'));
  const { search: words, ...others }: Search = filters;
  const list = useItems(filters, offsetOf(address));
  const [isOpen, { toggle }] = useDisclosure(false);
  const set = (patch: Search, options?: { readonly replace: boolean }): void => {
    change({ ...patch, offset: undefined }, options);
  };
  const clear = (): void => {
    set(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])));
  };
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <SearchField
            words={words ?? ''}
            onSearch={(search) => {
              set({ search }, { replace: true });
            }}
          />
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={isOpen}
          >
            {t('filters')}
          </Button>
          {isFiltered && (
            <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={clear}>
              {t('clear')}
            </Button>
          )}
        </Group>
        {isOpen && <FilterFields filters={others} onChange={set} />}
        <FilterPills filters={others} onChange={set} />
        <ListTable
          label={t('title')}
          list={list}
          columns={COLUMNS}
          keyOf={({ number }) => number ?? ''}
          countText={(count) => t('found', { count })}
          empty={
            isFiltered ? (
              <Empty
                title={t('noneFound')}
                action={
                  <Button variant="default" onClick={clear}>
                    {t('clear')}
                  </Button>
                }
              >
                {t('noneFoundWhatToDo')}
              </Empty>
            ) : (
              <Empty
                title={t('noItems')}
                action={
                  <Button component={Link} to="/import" variant="default">
                    {t('import')}
                  </Button>
                }
              >
                {t('noItemsWhatToDo')}
              </Empty>
            )
          }
        />
      </Stack>
    </>
  );
}

function SearchField({
  words,
  onSearch,
}: {
  readonly words: string;
  readonly onSearch: (words: string) => void;
}) {
  const [typed, type] = useTyped(words, onSearch);
  return (
    <TextInput
      type="search"
      label={t('search')}
      placeholder={t('searchHint')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
      }}
      flex="1 1 280px"
      maw={560}
    />
  );
}
