import type { BomLine } from '../queries.ts';

/** The lines below one opened line, or of the item itself; as many of them as have come. */
export interface Branch {
  /** Where it stands: the places of the lines above, `/3/0`; empty for the item's own. */
  readonly key: string;
  /** GUIDs of the items above and of this one, to find loops by. */
  readonly path: readonly string[];
  /** Undefined until the first lines have come. */
  readonly count: number | undefined;
  readonly lines: ReadonlyMap<number, BomLine>;
  /** Why the last lines did not come. */
  readonly error: unknown;
}

/** What has been loaded, and what of it is open. */
export interface Tree {
  readonly branches: ReadonlyMap<string, Branch>;
  readonly open: ReadonlySet<string>;
}

/** A row as it stands on the screen. */
export interface TreeRow {
  readonly key: string;
  readonly branch: Branch;
  /** In its branch. */
  readonly index: number;
  /** Undefined while it has not come. */
  readonly line: BomLine | undefined;
  readonly isOpen: boolean;
}

export type TreeAction =
  | { readonly kind: 'open' | 'close'; readonly row: TreeRow }
  | { readonly kind: 'closeAll' }
  | {
      readonly kind: 'loaded';
      readonly key: string;
      readonly offset: number;
      readonly count: number;
      readonly lines: readonly BomLine[];
    }
  | { readonly kind: 'failed'; readonly key: string; readonly error: unknown }
  | { readonly kind: 'retry'; readonly key: string };

const emptyBranch = (key: string, path: readonly string[]): Branch => ({
  key,
  path,
  count: undefined,
  lines: new Map(),
  error: undefined,
});

export function newTree(item: string): Tree {
  return { branches: new Map([['', emptyBranch('', [item])]]), open: new Set() };
}

/** Lines that were loaded stay when their branch is closed. */
export function reduceTree(tree: Tree, action: TreeAction): Tree {
  const { branches, open } = tree;
  const withBranch = (key: string, change: Partial<Branch>): Tree => {
    const branch = branches.get(key);
    return branch === undefined
      ? tree
      : { branches: new Map(branches).set(key, { ...branch, ...change }), open };
  };
  switch (action.kind) {
    case 'open': {
      const { key, branch, line } = action.row;
      const item = line?.item.guid;
      if (item == null || line?.waybill?.hasBom !== true) return tree;
      const opened = branches.has(key)
        ? branches
        : new Map(branches).set(key, emptyBranch(key, [...branch.path, item]));
      return { branches: opened, open: new Set(open).add(key) };
    }
    case 'close':
      return { branches, open: new Set([...open].filter((key) => key !== action.row.key)) };
    case 'closeAll':
      return { branches, open: new Set() };
    case 'loaded': {
      const lines = new Map(branches.get(action.key)?.lines);
      action.lines.forEach((line, index) => lines.set(action.offset + index, line));
      return withBranch(action.key, { count: action.count, lines, error: undefined });
    }
    case 'failed':
      return withBranch(action.key, { error: action.error });
    case 'retry':
      return withBranch(action.key, { error: undefined });
  }
}

/** The rows in their order; a branch of which nothing has come is one row. */
export function rowsOf(tree: Tree): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (branch: Branch): void => {
    for (let index = 0; index < (branch.count ?? 1); index += 1) {
      const key = `${branch.key}/${index}`;
      const isOpen = tree.open.has(key);
      rows.push({ key, branch, index, line: branch.lines.get(index), isOpen });
      const below = isOpen ? tree.branches.get(key) : undefined;
      if (below !== undefined) add(below);
    }
  };
  const root = tree.branches.get('');
  if (root !== undefined) add(root);
  return rows;
}

/** How deep a row stands, from 1. */
export const levelOf = ({ branch }: TreeRow): number => branch.path.length;

/** Whether a line's item stands above it already: to open it once more would show the same again. */
export const isLoop = ({ branch, line }: TreeRow): boolean =>
  line?.item.guid != null && branch.path.includes(line.item.guid);

/** What a key does to the tree, after the pattern of WAI-ARIA; undefined when it is no key of it. */
export type Move =
  | { readonly kind: 'open' | 'close'; readonly row: TreeRow }
  | { readonly kind: 'go'; readonly index: number };

interface Place {
  readonly rows: readonly TreeRow[];
  readonly index: number;
  /** How many rows are seen at once. */
  readonly pageRows: number;
}

export function moveOf(key: string, { rows, index, pageRows }: Place): Move | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  const go = (to: number): Move => ({ kind: 'go', index: Math.max(0, Math.min(rows.length - 1, to)) });
  const canOpen = row.line?.waybill?.hasBom === true;
  switch (key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'PageDown':
      return go(index + pageRows);
    case 'PageUp':
      return go(index - pageRows);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (!canOpen) return undefined;
      return row.isOpen ? go(index + 1) : { kind: 'open', row };
    case 'ArrowLeft':
      if (row.isOpen) return { kind: 'close', row };
      // The row above this branch is the nearest before it that has the branch's key.
      return row.branch.key === ''
        ? undefined
        : go(rows.findLastIndex(({ key: one }, at) => at < index && one === row.branch.key));
    default:
      return undefined;
  }
}
