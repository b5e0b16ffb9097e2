import { Badge, Button, Center, Group, Loader, Stack, Text, Tooltip } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { NewDefinitionLink } from '../../lib/new-definition.tsx';
import { WELL_COLOR } from '../../lib/run-status.tsx';
import type { Liveness } from '../../lib/use-events.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { filterOf, searchWith } from './filter.ts';
import { RunFilters } from './run-filters.tsx';
import { RunTable } from './run-table.tsx';
import { t } from './texts.ts';
import { useRuns } from './use-runs.ts';

/** All runs of the workspace, as they go on. */
export default function RunsScreen() {
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = useMemo(() => filterOf(search), [search]);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, liveness } =
    useRuns(filter);
  const runs = useMemo(() => data?.pages.flatMap(({ results }) => results) ?? [], [data]);
  const count = data?.pages[0]?.count ?? 0;
  const isFiltered = Object.keys(filter).length > 0;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);

  return (
    <Stack gap="md">
      <PageTitle
        actions={
          <>
            <LivenessBadge liveness={liveness} />
            <NewDefinitionLink />
          </>
        }
      >
        {t('title')}
      </PageTitle>
      <RunFilters
        filter={filter}
        onChange={(changes) =>
          void navigate({ to: '/runs', search: searchWith(search, changes), replace: true })
        }
      />
      {data !== undefined && (
        <Text size="sm" c="dimmed" role="status">
          {t('count', { count })}
        </Text>
      )}
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Center py="xl">
          <Loader aria-label={t('loading')} />
        </Center>
      )}
      {data !== undefined && runs.length === 0 && <Nothing isFiltered={isFiltered} />}
      {runs.length > 0 && <RunTable runs={runs} count={count} hasMore={hasNextPage} onMore={more} />}
    </Stack>
  );
}

function LivenessBadge({ liveness }: { readonly liveness: Liveness }) {
  if (liveness === 'opening') return null;
  return (
    <Tooltip label={t(liveness === 'live' ? 'liveHint' : 'pollingHint')}>
      <Badge color={liveness === 'live' ? WELL_COLOR : 'gray.7'} variant="filled" tt="none" tabIndex={0}>
        {t(liveness)}
      </Badge>
    </Tooltip>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <Stack align="center" py="xl" gap="xs">
      <Text fw={600}>{t(isFiltered ? 'noneFits' : 'none')}</Text>
      <Text c="dimmed" ta="center">
        {t(isFiltered ? 'noneFitsWhatToDo' : 'noneWhatToDo')}
      </Text>
      {!isFiltered && (
        <Group mt="sm">
          <Button component={Link} to="/definitions" variant="default">
            {t('chooseDefinition')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
