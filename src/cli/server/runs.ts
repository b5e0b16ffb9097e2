import type { Run, RunRef } from '../../../client/src/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { formatDuration } from '../terminal/text.ts';
import type { Column } from '../terminal/table.ts';
import type { Style } from '../terminal/terminal.ts';
import type { Connection } from './connect.ts';

export const runPathOf = ({ definition, run }: RunRef) => ({ guid: definition, run });

/** The GUID of a complete run's file. */
export function fileOf({ number, status, files }: Run): string {
  const [file] = files ?? [];
  if (file !== undefined) return file.guid;
  throw new OperatorError(
    status === 'CREATED' || status === 'RUNNING'
      ? `Run ${number} is not complete yet: it is ${status}.`
      : `Run ${number} has no file: it is ${status}.`,
  );
}

const STATUS_STYLES: Readonly<Record<string, Style>> = {
  CREATED: 'dim',
  RUNNING: 'cyan',
  COMPLETE: 'green',
  DOWNLOADED: 'green',
  FAILED: 'red',
  ABORTED: 'yellow',
};
export const statusStyle = (status: string): Style | undefined => STATUS_STYLES[status.trim()];

export const RUN_COLUMNS: readonly Column[] = [
  { title: 'NUMBER', isWhole: true },
  { title: 'STATUS', isWhole: true, style: statusStyle },
  { title: 'CREATED', isWhole: true, leaves: 3 },
  { title: 'TOOK', isWhole: true, leaves: 1 },
  { title: 'ITEMS', isWhole: true, leaves: 2 },
  { title: 'GUID', isWhole: true },
];

export function runCells(run: Run): string[] {
  const { number, status, creationDateTime, criteriaResultsCount, guid } = run;
  return [String(number), status, creationDateTime, tookOf(run), String(criteriaResultsCount ?? '-'), guid];
}

/** From the order to the file. */
export function tookOf({ creationDateTime, completionDateTime }: Run): string {
  if (completionDateTime === null) return '-';
  const ms = Date.parse(completionDateTime) - Date.parse(creationDateTime);
  return ms < 1_000 ? '< 1 s' : formatDuration(ms);
}

/** Unlimited, as some servers write it. */
const HUGE_LIMIT = 1_000_000;
const DAY_MS = 86_400_000;
const SHORTEST_MS = 2_000;
/** Of a day's requests; the rest is for other work. */
const SHARE = 1 / 4;

/** How often a command that goes on for long may ask: a workspace with few requests a day keeps most of them. */
export function pollEveryMs({ who }: Connection): number {
  const limit = who.workspaceRequestLimit;
  return limit >= HUGE_LIMIT ? SHORTEST_MS : Math.max(SHORTEST_MS, DAY_MS / Math.max(1, limit * SHARE));
}
