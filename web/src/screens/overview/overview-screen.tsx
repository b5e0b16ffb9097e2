import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { Loading } from '../../lib/loading.tsx';
import { NewDefinitionLink } from '../../lib/new-definition.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useOverview, type Overview } from './queries.ts';
import { t } from './texts.ts';
import { NowTiles, TotalTiles } from './tiles.tsx';

const Charts = lazy(() => import('./charts.tsx'));

const PERIODS = [7, 30, 90, 366];
const DEFAULT_PERIOD = 30;

/** How exports do, by days. The period stands in the address, as the API has it. */
export default function OverviewScreen() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const days = PERIODS.find((one) => String(one) === search['days']) ?? DEFAULT_PERIOD;
  const overview = useOverview(days);
  const { data } = overview;
  return (
    <Stack>
      <PageTitle
        actions={
          <NativeSelect
            aria-label={t('period')}
            value={String(days)}
            data={PERIODS.map((one) => ({
              value: String(one),
              label: one === 366 ? t('lastYear') : t('lastDays', { days: one }),
            }))}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              void navigate({
                to: '/overview',
                search: chosen === String(DEFAULT_PERIOD) ? {} : { days: chosen },
                replace: true,
              });
            }}
          />
        }
      >
        {t('title')}
      </PageTitle>
      {overview.isError && <Failure error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <Loading />}
      {data !== undefined && <Figures overview={data} />}
    </Stack>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  const { days, totals, storage, queue } = overview;
  const hasNoRuns = totals.runs === 0;
  // What is kept or waits was started before these days.
  const isNew = hasNoRuns && storage.files === 0 && queue.waiting + queue.running === 0;
  return (
    <>
      {isNew && <FirstSteps />}
      <Part title={t('nowHeading')}>
        <NowTiles overview={overview} />
      </Part>
      {!isNew && (
        <Part title={t('periodHeading', { days: days.length })}>
          {hasNoRuns ? (
            <NothingThen />
          ) : (
            <Stack gap="sm">
              <TotalTiles totals={totals} />
              <Suspense fallback={<Loading />}>
                <Charts overview={overview} />
              </Suspense>
              <Text size="sm" c="dimmed">
                {t('timeZone', { timeZone: overview.timeZone })}
              </Text>
            </Stack>
          )}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** A workspace in which nothing has run: what to do first. */
function FirstSteps() {
  const { role } = useSignedIn();
  return (
    <Stack align="center" gap="xs" py="lg" ta="center">
      <Title order={2} size="h3">
        {t('noRunsTitle')}
      </Title>
      <Text maw={520}>{t('noRunsText')}</Text>
      {role === 'administrator' && (
        <Text maw={520} c="dimmed">
          {t('noRecordsText')}
        </Text>
      )}
      <Group mt="sm" justify="center">
        <NewDefinitionLink />
        {role === 'administrator' && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/import" />}>
            {t('importFirst')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function NothingThen() {
  return (
    <Stack align="center" gap="xs" py="lg" ta="center">
      <Text fw={600}>{t('nothingThen')}</Text>
      <Text c="dimmed">{t('nothingThenHint')}</Text>
      <Button variant="default" renderRoot={(props) => <Link {...props} to="/definitions" />}>
        {t('goToDefinitions')}
      </Button>
    </Stack>
  );
}
