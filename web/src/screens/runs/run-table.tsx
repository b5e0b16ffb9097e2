import { Center, Loader, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { RunRow } from './run-row.tsx';
import type { ListedRun } from './run-shapes.ts';
import classes from './runs.module.css';
import { t } from './texts.ts';

/** As a row mostly is, before it is measured. */
const ROW_PX = 61;
const COLUMNS = ['export', 'status', 'duration', 'items', 'size', 'actions'] as const;
const FIGURES: readonly string[] = ['duration', 'items', 'size', 'actions'];
/** So many rows before the last one more are read. */
const READ_AHEAD = 40;

interface Props {
  readonly runs: readonly ListedRun[];
  readonly count: number;
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** Only the rows in sight are in the document, however many there are. */
export function RunTable({ runs, count, hasMore, onMore }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const rows = useWindowVirtualizer({
    count: runs.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => runs[index]?.guid ?? index,
  });
  // Where the list begins on the page: filters above it open and close.
  useEffect(() => {
    const place = (): void => {
      if (body.current !== null) setMargin(body.current.getBoundingClientRect().top + window.scrollY);
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => {
      watch.disconnect();
    };
  }, []);
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= runs.length - READ_AHEAD) onMore();
  }, [hasMore, last, runs.length, onMore]);

  return (
    <>
      <div role="table" aria-label={t('title')} aria-rowcount={count + 1} className={classes['table']}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={`${classes['row']} ${classes['head']}`}>
            {COLUMNS.map((name) => (
              <div key={name} role="columnheader" className={FIGURES.includes(name) ? classes['figure'] : ''}>
                {t(name)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={body} className={classes['body']} style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, key, start }) => {
            const run = runs[index];
            return run === undefined ? null : (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={rows.measureElement}
                className={classes['row']}
                style={{ transform: `translateY(${start - margin}px)` }}
              >
                <RunRow run={run} />
              </div>
            );
          })}
        </div>
      </div>
      <Center py="md">
        {hasMore ? <Loader size="sm" aria-label={t('loadMore')} /> : <Text c="dimmed">{t('end')}</Text>}
      </Center>
    </>
  );
}
