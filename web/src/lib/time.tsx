import { Tooltip } from '@mantine/core';
import { t } from './texts-shared.ts';

const FULL = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** A time in the reader's zone; in Zulu on hover and for machines. */
export function Time({ value }: { readonly value: string | null | undefined }) {
  if (value === null || value === undefined) return <span>{t('never')}</span>;
  return (
    <Tooltip label={value} openDelay={300}>
      <time dateTime={value}>{FULL.format(new Date(value))}</time>
    </Tooltip>
  );
}

/** `1 h 4 min`, `4 min 5 s`, `12.3 s`, `340 ms`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `1.4 MB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
