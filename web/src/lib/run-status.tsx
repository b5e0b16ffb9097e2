import { Badge, type MantineColor } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconDownload,
  IconPlayerPlay,
  IconPlayerStop,
  type Icon,
} from '@tabler/icons-react';
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

/** Dark enough for white text at 4.5 to 1, which not all of Mantine's darkest shades are. */
const LOOKS: Readonly<Record<RunStatus, { readonly color: MantineColor; readonly Icon: Icon }>> = {
  CREATED: { color: 'gray.7', Icon: IconClock },
  RUNNING: { color: 'blue.8', Icon: IconPlayerPlay },
  COMPLETE: { color: '#23702f', Icon: IconCheck },
  DOWNLOADED: { color: 'teal.8', Icon: IconDownload },
  FAILED: { color: '#b92525', Icon: IconAlertTriangle },
  ABORTED: { color: '#a83a08', Icon: IconPlayerStop },
};

/** What stops something. */
export const STOP_COLOR = LOOKS.ABORTED.color;
/** What goes well. */
export const WELL_COLOR = LOOKS.COMPLETE.color;

/** Told by a word and a sign, not by colour alone. */
export function StatusBadge({ status }: { readonly status: RunStatus }) {
  const { color, Icon } = LOOKS[status];
  return (
    <Badge color={color} variant="filled" leftSection={<Icon size={12} aria-hidden />} tt="none" radius="sm">
      {statusWords(status)}
    </Badge>
  );
}
