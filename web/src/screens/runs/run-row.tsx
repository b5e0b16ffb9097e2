import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useSignedIn } from '../../lib/session.ts';
import { formatBytes, Time } from '../../lib/time.tsx';
import { RunActions } from './run-actions.tsx';
import { nameOf } from './run-deeds.ts';
import { RunProgress, useNow } from './run-progress.tsx';
import { formatSeconds } from './format-seconds.ts';
import { durationOf, isEnded, isOwn, sizeOf, type ListedRun } from './run-shapes.ts';
import classes from './runs.module.css';
import { StatusBadge } from '../../lib/run-status.tsx';
import { t } from './texts.ts';

/** The cells of a run in the list; drawn again when the run has changed, not whenever somebody scrolls. */
export const RunRow = memo(function RunRow({ run }: { readonly run: ListedRun }) {
  const session = useSignedIn();
  const named = { run, definition: run.export };
  const name = nameOf(named);
  const bytes = sizeOf(run);
  return (
    <>
      <div role="cell" className={classes['name']}>
        {isOwn(run, session) ? (
          <Anchor
            component={Link}
            to={`/runs/${run.export.guid}/${run.guid}`}
            fw={600}
            className={classes['text']}
          >
            {name}
          </Anchor>
        ) : (
          <Text fw={600} className={classes['text']}>
            {name}
          </Text>
        )}
        <Text size="xs" c="dimmed" className={classes['text']}>
          <Time value={run.creationDateTime} /> {t('by', { who: run.creator.fullName })}
        </Text>
      </div>
      <div role="cell" className={classes['status']}>
        <StatusBadge status={run.status} />
        {run.status === 'RUNNING' && <RunProgress run={run} name={name} />}
        {run.waybill?.error !== null && run.waybill?.error !== undefined && (
          <Text size="xs" className={classes['text']} title={run.waybill.error.message}>
            {run.waybill.error.message}
          </Text>
        )}
      </div>
      <div role="cell" className={classes['figure']} data-label={t('duration')}>
        <Duration run={run} />
      </div>
      <div role="cell" className={classes['figure']} data-label={t('items')}>
        {run.criteriaResultsCount?.toLocaleString('en') ?? '–'}
      </div>
      <div role="cell" className={classes['figure']} data-label={t('size')}>
        {bytes === undefined ? '–' : formatBytes(bytes)}
      </div>
      <div role="cell" className={classes['actions']}>
        <RunActions named={named} />
      </div>
    </>
  );
});

/** The server tells times to the second. */
export function Duration({ run }: { readonly run: Pick<ListedRun, 'status' | 'waybill'> }) {
  const now = useNow(!isEnded(run));
  const ms = durationOf(run, now);
  return <>{ms === undefined ? '–' : formatSeconds(ms)}</>;
}
