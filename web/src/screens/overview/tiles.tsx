import { Card, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatBytes, formatDuration, Time } from '../../lib/time.tsx';
import { endedOf, type Overview } from './queries.ts';
import { t } from './texts.ts';

export const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
export const seconds = (value: number): string => formatDuration(value * 1_000);

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly hint: ReactNode;
}

function Tile({ label, value, hint }: TileProps) {
  return (
    <Card withBorder padding="sm" component="div">
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fz={{ base: 20, sm: 26 }} fw={650} lh={1.3}>
        {value}
      </Text>
      <Text component="dd" m={0} size="xs" c="dimmed">
        {hint}
      </Text>
    </Card>
  );
}

const TILES = { base: 2, lg: 4 };

/** How it is at this moment. */
export function NowTiles({ overview }: { readonly overview: Overview }) {
  const { queue, storage, allowance } = overview;
  const { limit, remaining } = allowance;
  return (
    <SimpleGrid component="dl" cols={TILES} m={0} spacing="sm">
      <Tile
        label={t('waiting')}
        value={queue.waiting.toLocaleString('en')}
        hint={
          queue.waiting === 0
            ? t('waitingNone')
            : t('waitingSince', { time: seconds(queue.oldestWaitSeconds) })
        }
      />
      <Tile
        label={t('running')}
        value={queue.running.toLocaleString('en')}
        hint={t('runningHint', { count: queue.running })}
      />
      <Tile
        label={t('storage')}
        value={formatBytes(storage.bytes)}
        hint={t('storageHint', { files: storage.files })}
      />
      <Tile
        label={t('allowance')}
        value={remaining === null ? t('unlimited') : remaining.toLocaleString('en')}
        hint={
          limit === null ? (
            t('unlimitedHint')
          ) : (
            <>
              {t('allowanceHint', { limit })} <Time value={allowance.resetDateTime} />
            </>
          )
        }
      />
    </SimpleGrid>
  );
}

/** What the days shown come to. */
export function TotalTiles({ totals }: Pick<Overview, 'totals'>) {
  const { durations, failureRate, runs, runsByStatus } = totals;
  const ended = endedOf(totals);
  return (
    <SimpleGrid component="dl" cols={TILES} m={0} spacing="sm">
      <Tile
        label={t('runs')}
        value={runs.toLocaleString('en')}
        hint={t('runsHint', { count: runs - ended })}
      />
      <Tile
        label={t('failureRate')}
        value={failureRate === null ? '–' : percent(failureRate)}
        hint={
          failureRate === null ? t('noneEnded') : t('failureRateHint', { failed: runsByStatus.FAILED, ended })
        }
      />
      <Tile
        label={t('duration')}
        value={durations === null ? '–' : seconds(durations.p50)}
        hint={
          durations === null
            ? t('noneEnded')
            : t('durationHint', { p90: seconds(durations.p90), p99: seconds(durations.p99) })
        }
      />
      <Tile label={t('bytes')} value={formatBytes(totals.bytes)} hint={t('bytesHint')} />
    </SimpleGrid>
  );
}
