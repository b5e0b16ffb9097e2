import { Badge } from '@mantine/core';
import type { RunStatus } from '../../../src/kernel/vocabulary.ts';
import { texts } from './texts.ts';

/** The statuses of a run in words. */
export const statusWords = texts('status', {
  CREATED: 'Waiting',
  RUNNING: 'Running',
  COMPLETE: 'Complete',
  DOWNLOADED: 'Downloaded',
  FAILED: 'Failed',
  ABORTED: 'Aborted',
});

const COLOURS: Readonly<Record<RunStatus, string>> = {
  CREATED: 'gray',
  RUNNING: 'blue',
  COMPLETE: 'teal',
  DOWNLOADED: 'teal',
  FAILED: 'red',
  ABORTED: 'orange',
};

/** What a run has come to, in a colour and in words. */
export function StatusBadge({ status }: { readonly status: string }) {
  const known = status as RunStatus;
  return (
    <Badge variant="dot" color={COLOURS[known]} tt="none" fw={600} miw="max-content">
      {statusWords(known)}
    </Badge>
  );
}
