import {
  Anchor,
  Box,
  Button,
  Card,
  Center,
  Code,
  Loader,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconCopy, IconPlayerPlay } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { StatusBadge } from '../../lib/run-status.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { t as shared } from '../../lib/texts-shared.ts';
import { Time } from '../../lib/time.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import classes from './definitions.module.css';
import { CriteriaWords } from './criteria-words.tsx';
import { SuccessRate } from './definition-list.tsx';
import { readJson, wordsOf } from './model/words.ts';
import { optionWords } from './option-words.ts';
import { useAttributes, useDefinition, useLatestRuns, useViews, type Definition } from './queries.ts';
import { hasCriteria, useRunNow } from './run-now.tsx';
import { RunWithCriteria } from './run-with-criteria.tsx';
import { t } from './texts.ts';

/** A definition: what it exports, and its latest runs. */
export default function DefinitionScreen() {
  const { definition: guid } = useParams({ strict: false });
  const query = useDefinition(guid);
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <Center mih={200}>
        <Loader aria-label={shared('loading')} />
      </Center>
    );
  return <Shown definition={query.data} />;
}

function Shown({ definition }: { readonly definition: Definition }) {
  const { run, isPending } = useRunNow();
  const { guid, name, description, number, creator, creationDateTime } = definition;
  return (
    <Stack gap="lg">
      <div>
        <PageTitle
          actions={
            <>
              {hasCriteria(definition) && (
                <Button
                  leftSection={<IconPlayerPlay size={18} aria-hidden />}
                  loading={isPending}
                  onClick={() => {
                    run({ guid });
                  }}
                >
                  {t('runNow')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconCopy size={18} aria-hidden />}
                renderRoot={(props) => <Link {...props} to="/definitions/new" search={{ copy: guid }} />}
              >
                {t('copy')}
              </Button>
            </>
          }
        >
          {name}
        </PageTitle>
        <Text size="sm" c="dimmed">
          {t('number')} {number} · {t('created')} <Time value={creationDateTime} />{' '}
          {t('by', { name: creator.fullName })}
        </Text>
        {description !== null && description !== '' && <Text mt="xs">{description}</Text>}
      </div>
      <Criteria definition={definition} />
      {!hasCriteria(definition) && <RunWithCriteria definition={definition} />}
      <Runs definition={definition} />
      <Options definition={definition} />
    </Stack>
  );
}

interface OfDefinition {
  readonly definition: Definition;
}

function Part({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  return (
    <Card withBorder component="section" id={id}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Criteria({ definition }: OfDefinition) {
  const { attributes } = useAttributes();
  const { criteria } = definition;
  const reading = attributes === undefined ? undefined : readJson(criteria, attributes);
  const words = reading !== undefined && 'draft' in reading ? wordsOf(reading.draft) : undefined;
  return (
    <Part title={t('itsCriteria')}>
      <CriteriaWords criteria={criteria} attributes={attributes} />
      {hasCriteria(definition) && (
        <Box component="details" mt="md" className={classes['details']}>
          <Text component="summary" size="sm">
            {t('asTextAndJson')}
          </Text>
          {words !== undefined && <Block text={words} label={t('inWords')} />}
          <Block text={JSON.stringify(criteria, undefined, 2)} label={t('asJson')} />
        </Box>
      )}
    </Part>
  );
}

function Block({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <Code block mt="xs" aria-label={label} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Code>
  );
}

function Options({ definition: { options } }: OfDefinition) {
  const views = useViews();
  const names = options.exportViews.map(
    (view) => views.data?.find((one) => one.view === view)?.title ?? view,
  );
  return (
    <Part title={t('options')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="dl" m={0} spacing="sm">
        {[[t('views'), names.join(', ')] as const, ...optionWords(options)].map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Part>
  );
}

const SHOWN_RUNS = 10;

function Runs({ definition }: OfDefinition) {
  const runs = useLatestRuns(definition, SHOWN_RUNS);
  const { user } = useSignedIn();
  const { guid, waybill } = definition;
  return (
    <Part title={t('itsRuns')}>
      <Text size="sm" mb="sm">
        {t('runs')}: {waybill?.runs.toLocaleString('en') ?? 0} · {t('successRate')}:{' '}
        <SuccessRate definition={definition} />
      </Text>
      {runs.isError && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
      {waybill?.runs === 0 && <Text c="dimmed">{t('noRuns')}</Text>}
      {runs.data !== undefined && runs.data.length > 0 && (
        <Table.ScrollContainer
          minWidth={560}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('itsRuns') } }}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('number')}</Table.Th>
                <Table.Th>{t('status')}</Table.Th>
                <Table.Th>{t('started')}</Table.Th>
                <Table.Th ta="right">{t('items')}</Table.Th>
                <Table.Th>{t('who')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.data.map((run) => (
                <Table.Tr key={run.guid}>
                  <Table.Td>
                    {run.creator.guid === user.guid ? (
                      <Anchor
                        renderRoot={(props) => (
                          <Link
                            {...props}
                            to="/runs/$definition/$run"
                            params={{ definition: guid, run: run.guid }}
                          />
                        )}
                      >
                        {t('runThis')} {run.number}
                      </Anchor>
                    ) : (
                      run.number
                    )}
                  </Table.Td>
                  <Table.Td>
                    <StatusBadge status={run.status} />
                  </Table.Td>
                  <Table.Td>
                    <Time value={run.creationDateTime} />
                  </Table.Td>
                  <Table.Td ta="right">{run.criteriaResultsCount?.toLocaleString('en') ?? '–'}</Table.Td>
                  <Table.Td>{run.creator.fullName}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Part>
  );
}
