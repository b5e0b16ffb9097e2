import { Anchor, Badge, Group, Loader, Pagination, Stack, Table, Text } from '@mantine/core';
import { Loading } from '../../lib/loading.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { offsetOf, useAddress } from '../../lib/address.ts';
import { PAGE_ROWS, type Status } from './queries.ts';
import { t } from './texts.ts';
import classes from './items.module.css';

/** A number that leads to its item. */
export function ItemLink({ guid, number }: { readonly guid: string | null; readonly number: string | null }) {
  if (guid === null) return <>{number}</>;
  return (
    <Anchor component={Link} to={`/items/${guid}`} className={classes['number'] ?? ''} underline="always">
      {number}
    </Anchor>
  );
}

const COLOURS: Readonly<Record<Status, string>> = {
  WORKING: 'yellow',
  EFFECTIVE: 'teal',
  SUPERSEDED: 'gray',
};

export function StatusBadge({ status }: { readonly status: string | null }) {
  if (status === null) return null;
  return (
    <Badge variant="outline" color={COLOURS[status as Status]} className={classes['badge'] ?? ''}>
      {t(status as Status)}
    </Badge>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: string;
  readonly action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" role="status">
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" ta="center">
        {children}
      </Text>
      {action}
    </Stack>
  );
}

/** What scrolls sideways by itself; by keyboard too. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes['scroll']} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** A list as a query has it. */
interface ListState<Row> {
  readonly data: { readonly count: number; readonly results: readonly Row[] } | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

export interface Column<Row> {
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

interface ListTableProps<Row> {
  readonly label: string;
  readonly list: ListState<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row, index: number) => string;
  /** `12 items`. */
  readonly countText: (count: number) => string;
  readonly empty: ReactNode;
}

/** A table of a page of a list, with its count, its pages, and its other states. */
export function ListTable<Row>({ label, list, columns, keyOf, countText, empty }: ListTableProps<Row>) {
  const { data, error } = list;
  if (data === undefined)
    return error === null ? <Loading /> : <Failure error={error} onRetry={() => void list.refetch()} />;
  if (data.count === 0) return empty;
  return (
    <Stack gap="sm" aria-busy={list.isPlaceholderData}>
      <Group justify="space-between" mih={28}>
        <Text size="sm" c="dimmed" role="status">
          {countText(data.count)}
        </Text>
        {list.isPlaceholderData && <Loader size="sm" aria-label={shared('loading')} />}
      </Group>
      {error !== null && <Failure error={error} onRetry={() => void list.refetch()} />}
      <ScrollBox label={label}>
        <Table highlightOnHover verticalSpacing="xs" className={classes['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ header, isNumber }) => (
                <Table.Th key={header} scope="col" ta={isNumber === true ? 'right' : 'left'}>
                  {header}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.results.map((row, index) => (
              <Table.Tr key={keyOf(row, index)}>
                {columns.map(({ header, render, isNumber }) => (
                  <Table.Td key={header} ta={isNumber === true ? 'right' : 'left'}>
                    {render(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      <Pages count={data.count} />
    </Stack>
  );
}

/** The pages of a list whose place stands in the address. */
export function Pages({ count }: { readonly count: number }) {
  const [search, change] = useAddress();
  if (count <= PAGE_ROWS) return null;
  return (
    <Pagination
      total={Math.ceil(count / PAGE_ROWS)}
      value={Math.floor(offsetOf(search) / PAGE_ROWS) + 1}
      onChange={(page) => {
        change({ offset: page === 1 ? undefined : String((page - 1) * PAGE_ROWS) });
      }}
      size="sm"
      aria-label={t('pages')}
      getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
      getControlProps={(control) => ({
        'aria-label': t(control === 'previous' ? 'previousPage' : 'nextPage'),
      })}
    />
  );
}
