import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ProgressBar } from '../../lib/progress-bar.tsx';
import { formatSeconds } from './format-seconds.ts';
import { paceOf, type AnyRun } from './run-shapes.ts';
import { t } from './texts.ts';

const PHASES = ['selecting', 'writing', 'finishing', 'finished'] as const;

/** The time, once a second while it matters. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return now;
}

/** What a run that is at work does: phase, rows, rate and time left. */
export function RunProgress({ run, name }: { readonly run: AnyRun; readonly name: string }) {
  const now = useNow(true);
  const progress = run.waybill?.progress ?? null;
  const { percent, rowsPerSecond, leftMs } = paceOf(run, now);
  const phase = PHASES.find((one) => one === progress?.phase) ?? 'starting';
  const rowsWritten = progress?.rowsWritten ?? 0;
  const rowsEstimated = progress?.rowsEstimated ?? null;
  const rows =
    rowsEstimated === null
      ? t('rows', { rows: rowsWritten })
      : t('rowsOf', { rows: rowsWritten, all: Math.max(rowsEstimated, rowsWritten) });
  const parts = [
    t(phase),
    ...(rowsWritten > 0 ? [rows] : []),
    ...(rowsPerSecond === undefined ? [] : [t('rate', { rate: Math.round(rowsPerSecond) })]),
    ...(leftMs === undefined ? [] : [t('left', { time: formatSeconds(Math.max(1_000, leftMs)) })]),
  ];
  const words = parts.join(', ');
  return (
    <Stack gap={2} w="100%">
      <ProgressBar
        label={t('progressOf', { name })}
        words={words}
        percent={percent ?? (phase === 'finishing' ? 99 : undefined)}
      />
      <Text size="xs" c="dimmed">
        {parts.join(' · ')}
      </Text>
    </Stack>
  );
}
