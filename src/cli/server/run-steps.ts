import type { Run } from '../../../client/src/index.ts';
import { createMeter } from '../terminal/meter.ts';
import type { Step } from '../terminal/live-line.ts';
import { formatBytes, formatCount, formatDuration } from '../terminal/text.ts';

/** Words for what the server calls its phases; a phase that came later stands as it is. */
const PHASES: Readonly<Record<string, string>> = {
  selecting: 'Choosing the items',
  writing: 'Writing',
  finishing: 'Finishing the file',
  finished: 'Keeping the file',
};

const rateOf = (rate: number | undefined, format: (rate: number) => string): string[] =>
  rate === undefined ? [] : [`${format(rate)}/s`];
const leftOf = (leftMs: number | undefined): string[] =>
  leftMs === undefined ? [] : [`${formatDuration(leftMs)} left`];

/** Gives, at each look at a run, what is to be shown of it. A server without progress shows how long it has taken. */
export function createRunSteps(now: () => number = Date.now): (run: Run) => Step {
  const meter = createMeter(now);
  const startedAt = now();
  return ({ status, number, waybill }) => {
    const elapsed = `${formatDuration(now() - startedAt)} so far`;
    if (status === 'CREATED') return { label: `Run ${number} waits for its turn`, facts: [elapsed] };
    const progress = waybill?.progress;
    if (progress === undefined || progress === null)
      return { label: `Run ${number} is at work`, facts: [elapsed] };
    const { phase, rowsWritten, rowsEstimated } = progress;
    const total = rowsEstimated ?? undefined;
    const { rate, leftMs } = meter(rowsWritten, total);
    // An estimate: it is not over because so many rows are written.
    const share = total === undefined || total === 0 ? undefined : Math.min(0.99, rowsWritten / total);
    const rows =
      total === undefined
        ? `${formatCount(rowsWritten)} rows`
        : `${formatCount(rowsWritten)} of ${formatCount(Math.max(total, rowsWritten))} rows`;
    return {
      label: PHASES[phase] ?? phase,
      share,
      facts: [rows, ...rateOf(rate, (rows) => `${formatCount(Math.round(rows))} rows`), ...leftOf(leftMs)],
    };
  };
}

/** The same for a file that comes. */
export function createDownloadSteps(now: () => number = Date.now) {
  const meter = createMeter(now);
  return (bytes: number, sizeBytes: number): Step => {
    const { rate, leftMs } = meter(bytes, sizeBytes);
    return {
      label: 'Downloading',
      share: sizeBytes === 0 ? undefined : bytes / sizeBytes,
      facts: [
        `${formatBytes(bytes)} of ${formatBytes(sizeBytes)}`,
        ...rateOf(rate, formatBytes),
        ...leftOf(leftMs),
      ],
    };
  };
}

/** `1 item matched`: how many items the criteria of a run found. */
export function describeMatches({ criteriaResultsCount }: Run): string {
  const count = criteriaResultsCount ?? 0;
  return `${formatCount(count)} ${count === 1 ? 'item' : 'items'} matched`;
}
