import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconRepeat } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { BomLine } from '../queries.ts';
import { textOf } from '../specs-tab.tsx';
import { t } from '../texts.ts';
import classes from './bom.module.css';
import { isLoop, levelOf, type TreeRow } from './tree.ts';

interface GridColumn {
  readonly id: string;
  readonly header: string;
  /** Pixels, at least. */
  readonly width: number;
  /** Its share of the room that is left. */
  readonly grow?: number;
  readonly isNumber?: boolean;
  readonly text: (line: BomLine) => string | null;
}

/** The first stands before these: the item, indented. */
const COLUMNS: readonly GridColumn[] = [
  { id: 'item', header: t('number'), width: 200, grow: 2, text: ({ item }) => item.number },
  { id: 'name', header: t('name'), width: 200, grow: 2, text: ({ item }) => item.name },
  { id: 'revision', header: t('revision'), width: 84, text: ({ item }) => item.revisionNumber },
  {
    id: 'line',
    header: t('lineNumber'),
    width: 64,
    isNumber: true,
    text: ({ lineNumber }) => textOf(lineNumber),
  },
  {
    id: 'quantity',
    header: t('quantity'),
    width: 88,
    isNumber: true,
    text: ({ quantity }) => textOf(quantity),
  },
  { id: 'refDes', header: t('refDes'), width: 200, grow: 1, text: ({ refDes }) => refDes },
  { id: 'notes', header: t('notes'), width: 160, grow: 1, text: ({ notes }) => notes },
  {
    id: 'substitutes',
    header: t('substitutes'),
    width: 140,
    grow: 1,
    text: ({ substitutes = [] }) => substitutes.map(({ substitute }) => substitute.number ?? '').join(', '),
  },
];

/** Those of every BOM, and the workspace's own attributes of BOM lines. */
export function columnsOf(first: TreeRow | undefined): readonly GridColumn[] {
  const custom = first?.line?.additionalAttributes ?? [];
  return [
    ...COLUMNS,
    ...custom.map(({ apiName, name }) => ({
      id: apiName,
      header: name,
      width: 140,
      grow: 1,
      text: ({ additionalAttributes = [] }: BomLine) =>
        textOf(additionalAttributes.find((one) => one.apiName === apiName)?.value ?? null),
    })),
  ];
}

/** For CSS: the columns of a row, and how wide all of them are at least. */
export const layoutOf = (columns: readonly GridColumn[]): Readonly<Record<`--${string}`, string>> => ({
  '--columns': columns.map(({ width, grow }) => `minmax(${width}px, ${grow ?? 0}fr)`).join(' '),
  '--width': `${columns.reduce((sum, { width }) => sum + width, 0)}px`,
});

/** Pixels for a level, as long as there is room. */
const INDENT = 14;
const MOST_INDENTED = 7;

interface RowProps {
  readonly row: TreeRow;
  readonly columns: readonly GridColumn[];
  readonly rowIndex: number;
  readonly top: number;
  readonly isActive: boolean;
  /** The same from render to render. */
  readonly actions: RowActions;
}

export interface RowActions {
  readonly activate: (row: TreeRow) => void;
  readonly toggle: (row: TreeRow) => void;
  /** Goes to the item, or asks again for a row that did not come. */
  readonly enter: (row: TreeRow) => void;
}

/** Drawn again only when something of its own has changed. */
export const BomRow = memo(function BomRow(props: RowProps) {
  const { row, columns, rowIndex, top, isActive, actions } = props;
  const { line, branch, index, isOpen, key } = row;
  const canOpen = line?.waybill?.hasBom === true;
  const [, ...others] = columns;
  return (
    <div
      role="row"
      data-key={key}
      className={classes['row']}
      aria-level={levelOf(row)}
      aria-posinset={index + 1}
      aria-setsize={branch.count ?? -1}
      aria-rowindex={rowIndex}
      {...(canOpen && { 'aria-expanded': isOpen })}
      aria-busy={line === undefined && branch.error === undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => {
        actions.activate(row);
      }}
      style={{ transform: `translateY(${top}px)`, position: 'absolute' }}
    >
      <div
        role="gridcell"
        className={classes['first']}
        style={{ paddingInlineStart: 4 + Math.min(levelOf(row) - 1, MOST_INDENTED) * INDENT }}
      >
        <First {...props} canOpen={canOpen} />
      </div>
      {others.map(({ id, text, isNumber }) => {
        const shown = line === undefined ? null : text(line);
        return (
          <div
            key={id}
            role="gridcell"
            className={classes[isNumber === true ? 'numberCell' : 'cell']}
            title={shown ?? undefined}
          >
            {shown}
          </div>
        );
      })}
    </div>
  );
});

function First({ row, isActive, canOpen, actions }: RowProps & { readonly canOpen: boolean }): ReactNode {
  const { line, branch, isOpen } = row;
  if (line === undefined) {
    if (branch.error === undefined) return <span className={classes['loading']}>{t('loadingLine')}</span>;
    return (
      <Button
        size="compact-xs"
        variant="default"
        tabIndex={-1}
        onClick={() => {
          actions.enter(row);
        }}
      >
        {t('lineFailed')}
      </Button>
    );
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      {canOpen ? (
        // For the mouse; the row itself says whether it is open, and arrow keys open it.
        <span
          className={classes['toggle']}
          onClick={() => {
            actions.toggle(row);
          }}
          aria-hidden
          data-toggle
        >
          <Chevron size={16} />
        </span>
      ) : (
        <span className={classes['toggle']} aria-hidden />
      )}
      {/* A link of the router costs more than all else in the row, and rows come and go while one scrolls. */}
      <a
        href={`/items/${encodeURIComponent(line.item.guid ?? '')}?tab=bom`}
        tabIndex={isActive ? 0 : -1}
        className={classes['link']}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          actions.enter(row);
        }}
      >
        {line.item.number}
      </a>
      {isLoop(row) && <IconRepeat size={16} role="img" aria-label={t('loops')} />}
    </>
  );
}
