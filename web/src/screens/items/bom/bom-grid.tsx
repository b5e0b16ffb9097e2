import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { BomRow, columnsOf, layoutOf, type RowActions } from './bom-row.tsx';
import classes from './bom.module.css';
import { moveOf } from './tree.ts';
import type { BomTree } from './use-bom-tree.ts';

const ROW_HEIGHT = 36;
/** Rows above and below what is seen. */
const OVERSCAN = 12;

/** The rows of a tree in a treegrid of WAI-ARIA: one of them can be reached by Tab, arrows go to the others. Only what is seen is in the document. */
export function BomGrid({ label, tree }: { readonly label: string; readonly tree: BomTree }) {
  const { rows, load, dispatch } = tree;
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState('/0');
  /** The row that is to have the focus once it is there. Not merely whether: what an earlier render left to do may come between. */
  const movingTo = useRef<string>(undefined);
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ key }) => key === active),
  );
  const [first] = rows;
  const columns = useMemo(() => columnsOf(first), [first]);
  const actions = useMemo<RowActions>(
    () => ({
      activate({ key }) {
        setActive(key);
      },
      toggle(row) {
        setActive(row.key);
        dispatch({ kind: row.isOpen ? 'close' : 'open', row });
      },
      enter({ line, branch }) {
        if (line === undefined) dispatch({ kind: 'retry', key: branch.key });
        else if (line.item.guid !== null)
          void navigate({ to: '/items/$item', params: { item: line.item.guid }, search: { tab: 'bom' } });
      },
    }),
    [dispatch, navigate],
  );

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    // The row with the focus stays, wherever one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
  });
  const shown = virtual.getVirtualItems();

  useEffect(() => {
    for (const { index } of shown) {
      const row = rows[index];
      if (row !== undefined && row.line === undefined) load(row);
    }
  });
  useEffect(() => {
    if (movingTo.current === undefined) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-key="${movingTo.current}"]`);
    if (element === null || element === undefined) return;
    movingTo.current = undefined;
    element.focus({ preventScroll: true });
  });

  function goTo(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    movingTo.current = row.key;
    setActive(row.key);
    virtual.scrollToIndex(index);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[activeIndex];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOnRow = (event.target as HTMLElement).role === 'row';
    if (event.key === 'Enter' && isOnRow) {
      event.preventDefault();
      actions.enter(row);
      return;
    }
    const pageRows = Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1;
    const move = moveOf(event.key, { rows, index: activeIndex, pageRows });
    if (move === undefined) return;
    event.preventDefault();
    if (move.kind === 'go') goTo(move.index);
    else dispatch(move);
  }

  return (
    <div
      ref={box}
      className={classes['box']}
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-readonly
      onKeyDown={onKeyDown}
      style={layoutOf(columns)}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" aria-rowindex={1} className={classes['row']}>
          {columns.map(({ id, header, isNumber }) => (
            <div key={id} role="columnheader" className={classes[isNumber === true ? 'numberCell' : 'cell']}>
              {header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <BomRow
              key={row.key}
              row={row}
              columns={columns}
              rowIndex={index + 2}
              top={start}
              isActive={index === activeIndex}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}
