import { Center, Loader, Stack, Table, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { formatBytes } from '../../lib/time.tsx';
import { t } from './texts.ts';
import type { Run } from './use-run.ts';

const ViewChart = lazy(() => import('./view-chart.tsx'));

/** What each view has in the file, as bars and in figures. */
export function RunViews({ run }: { readonly run: Run }) {
  const views = run.waybill?.views ?? null;
  if (views === null) return <Text c="dimmed">{t('oldRun')}</Text>;
  if (views.every(({ rows }) => rows === 0)) return <Text>{t('noRows')}</Text>;
  return (
    <Stack>
      <Suspense
        fallback={
          <Center h={200}>
            <Loader aria-label={t('chartLoading')} />
          </Center>
        }
      >
        <ViewChart views={views} />
      </Suspense>
      <Table.ScrollContainer minWidth={280} type="native">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('view')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('rows')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('bytes')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {views.map(({ name, rows, bytes }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{rows.toLocaleString('en')}</Table.Td>
                <Table.Td ta="right">{bytes === null ? '–' : formatBytes(bytes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
