import { ActionIcon, Anchor, Badge, Card, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../../lib/run-status.tsx';
import { Time } from '../../lib/time.tsx';
import type { Definition, ExportViewInfo } from './queries.ts';
import { RunNow } from './run-now.tsx';
import { t } from './texts.ts';

interface ListProps {
  readonly definitions: readonly Definition[];
  readonly views: readonly ExportViewInfo[];
}

export function DefinitionTable({ definitions, views }: ListProps) {
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('views')}</Table.Th>
          <Table.Th>{t('lastRun')}</Table.Th>
          <Table.Th ta="right">{t('successRate')}</Table.Th>
          <Table.Th ta="right">{t('runs')}</Table.Th>
          <Table.Th ta="right">{t('actions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {definitions.map((definition) => (
          <Table.Tr key={definition.guid}>
            <Table.Td>{definition.number}</Table.Td>
            <Table.Td maw={340}>
              <Name definition={definition} />
            </Table.Td>
            <Table.Td maw={260}>
              <ViewNames definition={definition} views={views} />
            </Table.Td>
            <Table.Td>
              <LastRun definition={definition} />
            </Table.Td>
            <Table.Td ta="right">
              <SuccessRate definition={definition} />
            </Table.Td>
            <Table.Td ta="right">{definition.waybill?.runs.toLocaleString('en')}</Table.Td>
            <Table.Td>
              <Actions definition={definition} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The same where there is no room for a table. */
export function DefinitionCards({ definitions, views }: ListProps) {
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {definitions.map((definition) => (
        <Card key={definition.guid} withBorder component="li" p="sm">
          <Stack gap="xs">
            <Name definition={definition} />
            <ViewNames definition={definition} views={views} />
            <LastRun definition={definition} />
            <Text size="sm">
              {t('runs')}: {definition.waybill?.runs.toLocaleString('en')} · {t('successRate')}:{' '}
              <SuccessRate definition={definition} />
            </Text>
            <Actions definition={definition} />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

interface OfDefinition {
  readonly definition: Definition;
}

function Name({ definition: { guid, name, description } }: OfDefinition) {
  return (
    <>
      <Anchor
        fw={600}
        style={{ overflowWrap: 'anywhere' }}
        renderRoot={(props) => (
          <Link {...props} to="/definitions/$definition" params={{ definition: guid }} />
        )}
      >
        {name}
      </Anchor>
      {description !== null && description !== '' && (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {description}
        </Text>
      )}
    </>
  );
}

function ViewNames({ definition: { options }, views }: OfDefinition & Pick<ListProps, 'views'>) {
  return (
    <Group gap={4}>
      {options.exportViews.map((view) => (
        <Badge key={view} variant="default" size="sm" tt="none" fw={500}>
          {views.find((one) => one.view === view)?.title ?? view}
        </Badge>
      ))}
    </Group>
  );
}

export function LastRun({ definition: { waybill } }: OfDefinition) {
  const last = waybill?.lastRun ?? null;
  if (last === null)
    return (
      <Text size="sm" c="dimmed">
        {t('neverRan')}
      </Text>
    );
  return (
    <Group gap="xs">
      <StatusBadge status={last.status} />
      <Text size="sm" component="span">
        <Time value={last.creationDateTime} />
      </Text>
    </Group>
  );
}

/** Of the runs that have ended. */
export function SuccessRate({ definition: { waybill } }: OfDefinition) {
  if (waybill === undefined) return null;
  const ended = waybill.succeeded + waybill.failed + waybill.aborted;
  if (ended === 0) return <>–</>;
  return <>{t('ofEnded', { rate: percentOf(waybill.succeeded, ended), ended })}</>;
}

/** Never rounded up to all: 999 of 1 000 are 99.9 %. */
function percentOf(part: number, whole: number): string {
  return `${(Math.floor((part / whole) * 1_000) / 10).toLocaleString('en')} %`;
}

function Actions({ definition }: OfDefinition) {
  const label = t('copyNamed', { name: definition.name });
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <RunNow definition={definition} />
      <Tooltip label={t('copy')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={label}
          renderRoot={(props) => <Link {...props} to="/definitions/new" search={{ copy: definition.guid }} />}
        >
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
