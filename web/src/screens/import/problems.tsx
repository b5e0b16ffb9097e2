import { Select, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { Loading } from '../../lib/loading.tsx';
import classes from './problems.module.css';
import { PROBLEM_PAGE, useProblemCount, useProblemPages, type Import } from './queries.ts';
import { t } from './texts.ts';

/** As a row mostly is, before it is measured. */
const ROW_PX = 37;
const OVERSCAN = 12;

/** What is wrong, by file and line. */
export function Problems({ of }: { readonly of: Import }) {
  const [file, setFile] = useState<string | null>(null);
  const listed = useProblemCount(of.guid, file ?? undefined);
  const files = of.files.filter(({ problems }) => problems > 0).map(({ name }) => name);
  const isCut = file === null && listed.data !== undefined && listed.data < of.problems.count;
  return (
    <Stack>
      <Text role="status">{t('problems', { count: of.problems.count })}</Text>
      {files.length > 1 && (
        <Select
          label={t('problemsIn')}
          data={files}
          value={file}
          placeholder={t('allFiles')}
          clearable
          onChange={setFile}
          maw={320}
        />
      )}
      {listed.isError && <Failure error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <Loading />}
      {listed.data !== undefined && (
        <ProblemTable key={file} guid={of.guid} file={file ?? undefined} count={listed.data} />
      )}
      {isCut && (
        <Text size="sm" c="dimmed">
          {t('firstProblems', { listed: listed.data, count: of.problems.count })}
        </Text>
      )}
    </Stack>
  );
}

interface TableProps {
  readonly guid: string;
  readonly file: string | undefined;
  readonly count: number;
}

/** Only the rows in sight are asked for and are in the document, however many there are. */
function ProblemTable({ guid, file, count }: TableProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const inSight = rows.getVirtualItems();
  const pages = useProblemPages(
    { guid, file },
    inSight.map(({ index }) => index),
  );
  if (pages.failed !== undefined) return <Failure error={pages.failed.error} onRetry={pages.failed.retry} />;
  return (
    <div ref={box} className={classes['box']} role="region" aria-label={t('problemsTitle')} tabIndex={0}>
      <div role="table" aria-label={t('problemsTitle')} aria-rowcount={count + 1}>
        <div role="rowgroup" className={classes['head']}>
          <div role="row" aria-rowindex={1} className={classes['row']}>
            <div role="columnheader">{t('file')}</div>
            <div role="columnheader">{t('line')}</div>
            <div role="columnheader">{t('message')}</div>
          </div>
        </div>
        <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const problem = pages.byPage.get(Math.floor(index / PROBLEM_PAGE))?.[index % PROBLEM_PAGE];
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={rows.measureElement}
                className={classes['row']}
                style={{ transform: `translateY(${start}px)` }}
              >
                <div role="cell">{problem === undefined ? '…' : problem.file}</div>
                <div role="cell">{problem?.line}</div>
                <div role="cell">{problem?.message}</div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
