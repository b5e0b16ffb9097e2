import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { SimpleGrid } from '@mantine/core';
import { formatBytes } from '../../lib/time.tsx';
import { ChartFigure, type Column } from './chart-figure.tsx';
import { completedOf, endedOf, inProgressOf, type Day, type Overview } from './queries.ts';
import { t } from './texts.ts';
import { percent, seconds } from './tiles.tsx';

const SHORT_DAY = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const LONG_DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
/** A day is a word, not a moment: no zone may make another one of it. */
const shortDay = (date: string): string => SHORT_DAY.format(new Date(date));
const longDay = (date: string): string => LONG_DAY.format(new Date(date));
const count = (value: number): string => value.toLocaleString('en');

const DAY: Column<Day> = { label: t('day'), of: ({ date }) => longDay(date) };
/** What all charts of days share. The picture says nothing to a screen reader: its frame does. */
/** An axis that ends at nothing would be scaled at random. */
const LEAST_SHARE = 0.05;
const COMMON = {
  h: 240,
  dataKey: 'day',
  tickLine: 'none',
  withLegend: true,
  legendProps: { verticalAlign: 'bottom' },
  xAxisProps: { minTickGap: 24 },
  yAxisProps: { width: 64 },
} as const;
const BARE = { accessibilityLayer: false, margin: { top: 8, right: 8 } };

/** The charts, with the library that draws them: loaded when there is something to draw. */
export default function Charts({ overview }: { readonly overview: Overview }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      <RunsChart {...overview} />
      <DurationChart {...overview} />
      <FailureChart {...overview} />
      <BytesChart {...overview} />
    </SimpleGrid>
  );
}

function RunsChart({ days, totals }: Overview) {
  const [most] = days.toSorted((one, other) => other.runs - one.runs);
  return (
    <ChartFigure
      title={t('runsPerDay')}
      summary={t('runsPerDaySummary', {
        runs: totals.runs,
        days: days.length,
        date: most === undefined ? '' : longDay(most.date),
        most: most?.runs ?? 0,
      })}
      rows={days}
      columns={[
        DAY,
        { label: t('completed'), of: (day) => count(completedOf(day)) },
        { label: t('failed'), of: (day) => count(day.runsByStatus.FAILED) },
        { label: t('aborted'), of: (day) => count(day.runsByStatus.ABORTED) },
        { label: t('inProgress'), of: (day) => count(inProgressOf(day)) },
      ]}
    >
      <BarChart
        {...COMMON}
        type="stacked"
        data={days.map((day) => ({
          day: shortDay(day.date),
          completed: completedOf(day),
          failed: day.runsByStatus.FAILED,
          aborted: day.runsByStatus.ABORTED,
          inProgress: inProgressOf(day),
        }))}
        series={[
          { name: 'completed', label: t('completed'), color: 'teal.6' },
          { name: 'failed', label: t('failed'), color: 'red.7' },
          { name: 'aborted', label: t('aborted'), color: 'orange.6' },
          { name: 'inProgress', label: t('inProgress'), color: 'blue.5' },
        ]}
        valueFormatter={count}
        yAxisProps={{ ...COMMON.yAxisProps, allowDecimals: false }}
        barChartProps={BARE}
      />
    </ChartFigure>
  );
}

function DurationChart({ days, totals: { durations } }: Overview) {
  return (
    <ChartFigure
      title={t('durationChart')}
      summary={
        durations === null
          ? t('noDurations')
          : t('durationSummary', {
              p50: seconds(durations.p50),
              p90: seconds(durations.p90),
              p99: seconds(durations.p99),
            })
      }
      rows={days}
      columns={[
        DAY,
        ...(['p50', 'p90', 'p99'] as const).map((name) => ({
          label: t(name),
          of: (day: Day) => (day.durations === null ? '–' : seconds(day.durations[name])),
        })),
      ]}
    >
      <LineChart
        {...COMMON}
        data={days.map(({ date, durations: ofDay }) => ({ day: shortDay(date), ...ofDay }))}
        series={[
          { name: 'p50', label: t('p50'), color: 'teal.6' },
          { name: 'p90', label: t('p90'), color: 'blue.5', strokeDasharray: '6 3' },
          { name: 'p99', label: t('p99'), color: 'orange.6', strokeDasharray: '2 3' },
        ]}
        valueFormatter={seconds}
        curveType="linear"
        connectNulls={false}
        lineChartProps={BARE}
      />
    </ChartFigure>
  );
}

function FailureChart({ days, totals }: Overview) {
  const ended = endedOf(totals);
  return (
    <ChartFigure
      title={t('failureChart')}
      summary={
        ended === 0 ? t('noneEnded') : t('failureSummary', { failed: totals.runsByStatus.FAILED, ended })
      }
      rows={days}
      columns={[
        DAY,
        { label: t('failed'), of: (day) => count(day.runsByStatus.FAILED) },
        { label: t('share'), of: (day) => (day.failureRate === null ? '–' : percent(day.failureRate)) },
      ]}
    >
      <BarChart
        {...COMMON}
        data={days.map(({ date, failureRate }) => ({ day: shortDay(date), share: failureRate ?? undefined }))}
        series={[{ name: 'share', label: t('share'), color: 'red.7' }]}
        valueFormatter={percent}
        yAxisProps={{ ...COMMON.yAxisProps, domain: [0, (most: number) => Math.max(most, LEAST_SHARE)] }}
        barChartProps={BARE}
      />
    </ChartFigure>
  );
}

function BytesChart({ days, totals }: Overview) {
  return (
    <ChartFigure
      title={t('bytesChart')}
      summary={t('bytesSummary', { bytes: formatBytes(totals.bytes), days: days.length })}
      rows={days}
      columns={[DAY, { label: t('size'), of: ({ bytes }) => formatBytes(bytes) }]}
    >
      <BarChart
        {...COMMON}
        data={days.map(({ date, bytes }) => ({ day: shortDay(date), bytes }))}
        series={[{ name: 'bytes', label: t('size'), color: 'teal.6' }]}
        valueFormatter={formatBytes}
        yAxisProps={{ ...COMMON.yAxisProps, width: 80 }}
        barChartProps={BARE}
      />
    </ChartFigure>
  );
}
