import { Pagination, Stack, Table, Text, Title } from '@mantine/core';
import { offsetOf, useAddress } from '../../../lib/address.ts';
import { Loading } from '../../../lib/loading.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../../lib/failure.tsx';
import { PAGE_SIZE } from '../queries.ts';
import { t } from '../texts.ts';

interface List<Row> {
  readonly count: number;
  readonly results: readonly Row[];
}

interface ListingProps<Row> {
  /** Names the table. */
  readonly title: string;
  readonly query: UseQueryResult<List<Row>>;
  readonly columns: readonly string[];
  /** The cells of a row, as Table.Tr. */
  readonly children: (row: Row) => ReactNode;
  readonly empty: ReactNode;
  readonly minWidth: number;
}

/** A page of a list, whose place stands in the address: while it loads, when it fails, when it is empty, and as a table that scrolls by itself where there is no room. */
export function Listing<Row>(props: ListingProps<Row>) {
  const { title, query, columns, children, empty, minWidth } = props;
  const [address, change] = useAddress();
  const { data } = query;
  if (query.isPending) return <Loading />;
  if (data === undefined) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const pages = Math.ceil(data.count / PAGE_SIZE);
  return (
    <Stack gap="xs">
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <Text size="sm" c="dimmed" role="status">
        {t('found', { count: data.count })}
      </Text>
      {data.count === 0 ? (
        empty
      ) : (
        <div
          role="region"
          aria-label={t('table', { title })}
          // What is too wide is scrolled by keyboard too.
          tabIndex={0}
          style={{ overflowX: 'auto' }}
        >
          <Table miw={minWidth} verticalSpacing="xs" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{data.results.map(children)}</Table.Tbody>
          </Table>
        </div>
      )}
      {pages > 1 && (
        <Pagination
          value={Math.floor(offsetOf(address) / PAGE_SIZE) + 1}
          total={pages}
          aria-label={t('pages')}
          getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
          getControlProps={(control) => ({ 'aria-label': t(control === 'previous' ? 'previous' : 'next') })}
          onChange={(page) => {
            change({ offset: page === 1 ? undefined : String((page - 1) * PAGE_SIZE) });
          }}
        />
      )}
    </Stack>
  );
}

interface NothingProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

export function Nothing({ title, hint, children }: NothingProps) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      {hint !== undefined && <Text c="dimmed">{hint}</Text>}
      {children}
    </Stack>
  );
}
