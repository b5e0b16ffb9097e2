import {
  Alert,
  Anchor,
  Card,
  Center,
  Code,
  Group,
  Loader,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { writeWhere, type WrittenCriteria } from '../../../../src/engine/criteria/where.ts';
import { Failure } from '../../lib/failure.tsx';
import { formatBytes, Time } from '../../lib/time.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { CriteriaWords } from '../definitions/criteria-words.tsx';
import { useAttributes } from '../definitions/queries.ts';
import { RunActions } from '../runs/run-actions.tsx';
import { nameOf } from '../runs/run-deeds.ts';
import { RunProgress } from '../runs/run-progress.tsx';
import { Duration } from '../runs/run-row.tsx';
import { isEnded, sizeOf } from '../runs/run-shapes.ts';
import { StatusBadge } from '../../lib/run-status.tsx';
import { adviceFor } from './advice.ts';
import { RunFileCard } from './run-file.tsx';
import { RunTimeline } from './run-timeline.tsx';
import { RunViews } from './run-views.tsx';
import { t } from './texts.ts';
import { useDefinition, useRun, type Run } from './use-run.ts';

/** One run: what it does or did, why it failed, and what came out of it. */
export default function RunScreen() {
  const { definition: guid = '', run: runGuid = '' }: { definition?: string; run?: string } = useParams({
    strict: false,
  });
  const run = useRun({ guid, run: runGuid });
  const definition = useDefinition(guid);
  const failed = run.error ?? definition.error;
  if (failed !== null)
    return (
      <Stack>
        <PageTitle>{t('title')}</PageTitle>
        <Failure
          error={failed}
          onRetry={() => {
            void run.refetch();
            void definition.refetch();
          }}
        />
        <Anchor component={Link} to="/runs">
          {t('allRuns')}
        </Anchor>
      </Stack>
    );
  if (run.data === undefined || definition.data === undefined)
    return (
      <Stack>
        <PageTitle>{t('title')}</PageTitle>
        <Center py="xl">
          <Loader aria-label={t('loading')} />
        </Center>
      </Stack>
    );
  return <RunPage run={run.data} definition={definition.data} />;
}

interface Props {
  readonly run: Run;
  readonly definition: { readonly guid: string; readonly name: string };
}

function RunPage({ run, definition }: Props) {
  const navigate = useNavigate();
  const search: { readonly member?: string } = useSearch({ strict: false });
  const named = { run, definition };
  const name = nameOf(named);
  const file = run.files?.[0];
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/runs" size="sm">
        {t('allRuns')}
      </Anchor>
      <PageTitle actions={<RunActions named={named} isWide />}>{name}</PageTitle>
      <Group gap="sm">
        <StatusBadge status={run.status} />
        {run.status === 'RUNNING' && <RunProgress run={run} name={name} />}
      </Group>
      <Outcome run={run} />
      <Facts run={run} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={t('timeline')}>
          <RunTimeline run={run} />
        </Section>
        <Section title={t('criteria')}>
          <Criteria run={run} definition={definition} />
        </Section>
      </SimpleGrid>
      {file !== undefined && (
        <>
          <Section title={t('views')}>
            <RunViews run={run} />
          </Section>
          <Section title={t('file')}>
            <RunFileCard
              path={{ guid: definition.guid, run: run.guid, file: file.guid }}
              expires={run.waybill?.expirationDateTime ?? null}
              member={search.member}
              onMember={(member) =>
                void navigate({ to: '.', search: { ...search, member }, replace: true, resetScroll: false })
              }
            />
          </Section>
        </>
      )}
    </Stack>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

/** Why there is no file, and what to do about it. */
function Outcome({ run }: { readonly run: Run }) {
  const error = run.waybill?.error ?? null;
  if (run.status === 'ABORTED') return <Alert color="orange">{t('aborted')}</Alert>;
  if (error === null) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('failure')}>
      <Stack gap="xs">
        <Text size="sm">
          {error.message} ({error.code})
        </Text>
        <Text size="sm">
          <b>{t('whatToDo')}:</b> {adviceFor(error)}
        </Text>
      </Stack>
    </Alert>
  );
}

function Facts({ run }: { readonly run: Run }) {
  const bytes = sizeOf(run);
  const rows = run.waybill?.progress?.rowsWritten;
  const none = isEnded(run) ? '–' : t('notYet');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('startedBy'), run.creator.fullName],
    [t('accepted'), <Time key="accepted" value={run.creationDateTime} />],
    [t('duration'), <Duration key="duration" run={run} />],
    [t('items'), run.criteriaResultsCount?.toLocaleString('en') ?? none],
    [t('rows'), rows === undefined ? none : rows.toLocaleString('en')],
    [t('size'), bytes === undefined ? none : formatBytes(bytes)],
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} component="dl" m={0}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <Text component="dt" size="xs" c="dimmed">
            {term}
          </Text>
          <Text component="dd" m={0} fw={600}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function Criteria({ run, definition }: Props) {
  const { attributes } = useAttributes();
  const isThere = Array.isArray(run.criteria) && run.criteria.length > 0;
  return (
    <Stack gap="xs">
      {isThere ? (
        <>
          <CriteriaWords criteria={run.criteria} attributes={attributes} />
          <Code block style={{ whiteSpace: 'pre-wrap' }}>
            {writeWhere(run.criteria as WrittenCriteria)}
          </Code>
          <Text size="sm" c="dimmed">
            {t('criteriaHint')}
          </Text>
        </>
      ) : (
        <Text>{t('noCriteria')}</Text>
      )}
      <Anchor component={Link} to={`/definitions/${definition.guid}`}>
        {t('editDefinition')}: {definition.name}
      </Anchor>
    </Stack>
  );
}
