import { Anchor, Group, Loader, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../lib/failure.tsx';
import type { useMatches } from './queries.ts';
import { t } from './texts.ts';

export type MatchesState = 'none' | 'incomplete' | 'wrong' | 'asked';

interface MatchesProps {
  readonly state: MatchesState;
  readonly query: ReturnType<typeof useMatches>;
  /** Whether what is shown answers what was asked before. */
  readonly isStale: boolean;
}

const INSTEAD = {
  none: 'matchesNone',
  incomplete: 'matchesIncomplete',
  wrong: 'matchesWrong',
} as const satisfies Record<Exclude<MatchesState, 'asked'>, string>;

/** How many items a run would take now, and the first of them. */
export function Matches({ state, query, isStale }: MatchesProps) {
  if (state !== 'asked')
    return (
      <Text size="sm" c="dimmed" role="status">
        {t(INSTEAD[state])}
      </Text>
    );
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const { data } = query;
  const isWaiting = isStale || query.isFetching;
  return (
    <>
      <Group gap="xs" role="status" mih={28}>
        {data !== undefined && (
          <Text fw={600} {...(isWaiting && { c: 'dimmed' })}>
            {t('matchesSome', { count: data.count })}
          </Text>
        )}
        {isWaiting && <Loader size="xs" aria-label={t('counting')} />}
      </Group>
      {data !== undefined && data.results.length > 0 && (
        <Table.ScrollContainer
          minWidth={480}
          maxHeight={360}
          mt="xs"
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('matches'), role: 'region' } }}
        >
          <Table stickyHeader captionSide="top">
            <Table.Caption ta="left" mt={0}>
              {t('matchesFirst', { shown: data.results.length, count: data.count })}
            </Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('itemNumber')}</Table.Th>
                <Table.Th>{t('itemName')}</Table.Th>
                <Table.Th>{t('revision')}</Table.Th>
                <Table.Th>{t('phase')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.results.map((item) => (
                <Table.Tr key={item.guid}>
                  <Table.Td>
                    <Anchor
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/items/$item"
                          params={{ item: item.guid ?? '' }}
                          target="_blank"
                        />
                      )}
                    >
                      {item.number}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{item.name}</Table.Td>
                  <Table.Td>{item.revisionNumber}</Table.Td>
                  <Table.Td>{item.lifecyclePhase.name}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
