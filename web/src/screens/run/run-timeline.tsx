import { Text, Timeline } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCamera,
  IconCheck,
  IconClock,
  IconDownload,
  IconHourglass,
  IconPlayerPlay,
  IconPlayerStop,
  type Icon,
} from '@tabler/icons-react';
import { Time } from '../../lib/time.tsx';
import { isEnded } from '../runs/run-shapes.ts';
import { STOP_COLOR } from '../../lib/run-status.tsx';
import { t } from './texts.ts';
import type { Run } from './use-run.ts';

interface Step {
  readonly title: string;
  readonly at?: string | null;
  readonly says?: string;
  readonly Icon: Icon;
  readonly color?: string;
  readonly isToCome?: boolean;
}

/** The states that a run has been in, and when. */
export function RunTimeline({ run }: { readonly run: Run }) {
  const steps = stepsOf(run);
  return (
    <Timeline active={steps.findLastIndex(({ isToCome }) => isToCome !== true)} bulletSize={26} lineWidth={2}>
      {steps.map(({ title, at, says, Icon, color }) => (
        <Timeline.Item
          key={title}
          title={title}
          bullet={<Icon size={14} aria-hidden />}
          {...(color !== undefined && { color })}
        >
          {at !== undefined && (
            <Text size="sm" c="dimmed">
              <Time value={at} />
            </Text>
          )}
          {says !== undefined && <Text size="sm">{says}</Text>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function stepsOf(run: Run): Step[] {
  const { waybill } = run;
  const started = waybill?.startedDateTime ?? null;
  const snapshot = waybill?.snapshot ?? null;
  const attempt = waybill?.attempt ?? 0;
  const expires = waybill?.expirationDateTime ?? null;
  const isExpired = expires !== null && Date.parse(expires) <= Date.now();
  return [
    { title: t('acceptedEvent'), at: run.creationDateTime, Icon: IconClock },
    ...(started === null
      ? isEnded(run)
        ? []
        : [{ title: t('waiting'), Icon: IconHourglass }]
      : [
          {
            title: t('takenUp'),
            at: started,
            ...(attempt > 1 && { says: t('attempts', { attempt }) }),
            Icon: IconPlayerPlay,
          },
        ]),
    ...(snapshot === null
      ? []
      : [{ title: t('snapshotEvent'), at: snapshot, says: t('snapshotSays'), Icon: IconCamera }]),
    ...endOf(run),
    ...(expires === null
      ? []
      : [
          {
            title: t(isExpired ? 'expiredEvent' : 'expiresEvent'),
            at: expires,
            Icon: IconHourglass,
            isToCome: !isExpired,
          },
        ]),
  ];
}

function endOf(run: Run): Step[] {
  const at = run.waybill?.endedDateTime ?? null;
  switch (run.status) {
    case 'CREATED':
      return [];
    case 'RUNNING':
      return [{ title: t('working'), Icon: IconHourglass }];
    case 'COMPLETE':
      return [{ title: t('completeEvent'), at, Icon: IconCheck }];
    case 'DOWNLOADED':
      return [
        { title: t('completeEvent'), at, Icon: IconCheck },
        { title: t('downloadedEvent'), Icon: IconDownload },
      ];
    case 'FAILED':
      return [{ title: t('failedEvent'), at, Icon: IconAlertTriangle, color: 'red.9' }];
    case 'ABORTED':
      return [{ title: t('abortedEvent'), at, Icon: IconPlayerStop, color: STOP_COLOR }];
  }
}
