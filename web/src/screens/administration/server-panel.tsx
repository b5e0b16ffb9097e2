import { Alert, Card, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { formatBytes, formatDuration, Time } from '../../lib/time.tsx';
import { Loading } from '../../lib/loading.tsx';
import { useInstallation, type Installation } from './queries.ts';
import { t } from './texts.ts';

/** Of the disk; with less, exports may soon find no place. */
const LITTLE_SPACE = 0.05;

const number = (value: number | null): string => (value === null ? t('noLimit') : value.toLocaleString('en'));
const DAY_S = 86_400;
const seconds = (value: number | null): string => {
  if (value === null) return t('none');
  return value >= DAY_S ? t('days', { days: value / DAY_S }) : formatDuration(value * 1_000);
};

/** Limits, retention, storage and health: to read. */
export function ServerPanel() {
  const installation = useInstallation();
  if (installation.isPending) return <Loading />;
  if (installation.data === undefined)
    return <Failure error={installation.error} onRetry={() => void installation.refetch()} />;
  const { health, limits, retention, storage, allowance, database, backup, version } = installation.data;
  return (
    <Stack>
      <Warnings installation={installation.data} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Part
          title={t('health')}
          rows={[
            [
              t('workers'),
              t('workersValue', { processes: health.workerProcesses, slots: health.workerSlots }),
            ],
            [t('queue'), t('queueValue', { waiting: health.runsWaiting, running: health.runsRunning })],
            [t('oldestWait'), seconds(health.runsWaiting === 0 ? null : health.oldestWaitSeconds)],
            [t('damaged'), number(health.damagedFiles)],
            [
              t('backup'),
              backup.lastStartDateTime === null ? (
                t('backupNever')
              ) : (
                <Time value={backup.lastStartDateTime} />
              ),
            ],
            [t('version'), version],
          ]}
        />
        <Part
          title={t('limits')}
          rows={[
            [t('profile'), limits.profile],
            [t('maxItems'), number(limits.maxItems)],
            [t('maxLines'), number(limits.maxLines)],
            [t('runsInProgress'), number(limits.runsInProgress)],
            [t('guidCriteria'), number(limits.guidCriteria)],
            [t('searchTime'), seconds(limits.searchSeconds)],
          ]}
        />
        <Part
          title={t('allowance')}
          rows={[
            [t('limit'), number(allowance.limit)],
            [t('used'), number(allowance.used)],
            [t('remaining'), number(allowance.remaining)],
            [t('reset'), <Time key="reset" value={allowance.resetDateTime} />],
          ]}
        />
        <Part
          title={`${t('storage')}, ${t('retention').toLowerCase()}`}
          rows={[
            [t('runFileBytes'), formatBytes(storage.runFileBytes)],
            [
              t('disk'),
              t('diskValue', {
                free: formatBytes(storage.freeBytes),
                total: formatBytes(storage.totalBytes),
              }),
            ],
            [
              t('database'),
              t('databaseValue', {
                version: database.version,
                kind: t(database.embedded ? 'embedded' : 'external'),
                bytes: formatBytes(database.bytes),
              }),
            ],
            [t('keepFiles'), seconds(retention.runFileSeconds)],
            [t('checkFiles'), seconds(retention.checkSeconds)],
          ]}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('readOnly')}
      </Text>
    </Stack>
  );
}

function Warnings({ installation: { health, storage } }: { readonly installation: Installation }) {
  const warnings = [
    ...(health.workerProcesses === 0 ? [t('noWorkers')] : []),
    ...(health.damagedFiles > 0 ? [t('damagedWarning', { count: health.damagedFiles })] : []),
    ...(storage.freeBytes < storage.totalBytes * LITTLE_SPACE
      ? [t('diskWarning', { free: formatBytes(storage.freeBytes) })]
      : []),
  ];
  return warnings.map((warning) => (
    <Alert key={warning} color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {warning}
    </Alert>
  ));
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}

function Part({ title, rows }: PartProps) {
  return (
    <Card withBorder padding="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400} c="dimmed" w="50%">
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
