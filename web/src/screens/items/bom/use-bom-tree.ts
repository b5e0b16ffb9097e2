import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { bomPage, MOST_ROWS, type RevisionName } from '../queries.ts';
import { newTree, reduceTree, rowsOf, type Branch, type TreeAction, type TreeRow } from './tree.ts';

export interface BomTree {
  readonly rows: readonly TreeRow[];
  readonly root: Branch | undefined;
  readonly dispatch: (action: TreeAction) => void;
  /** Asks for the lines around a row that has none, once. */
  readonly load: (row: TreeRow) => void;
}

/** The BOM of a revision, of which only that is asked for which is looked at. */
export function useBomTree({ item, choice }: RevisionName): BomTree {
  const queries = useQueryClient();
  const [tree, dispatch] = useReducer(reduceTree, item, newTree);
  const asked = useRef(new Set<string>());
  const rows = useMemo(() => rowsOf(tree), [tree]);

  const load = useCallback(
    ({ branch, index }: TreeRow): void => {
      const offset = index - (index % MOST_ROWS);
      const request = `${branch.key} ${offset}`;
      if (branch.error !== undefined || asked.current.has(request)) return;
      asked.current.add(request);
      // The chosen revision is that of the item; below it each item is shown as everywhere.
      const name = { item: branch.path.at(-1) ?? item, choice: branch.key === '' ? choice : {} };
      queries
        .query(bomPage(name, offset))
        .then(({ count, results }) => {
          dispatch({ kind: 'loaded', key: branch.key, offset, count, lines: results });
        })
        .catch((error: unknown) => {
          asked.current.delete(request);
          dispatch({ kind: 'failed', key: branch.key, error });
        });
    },
    [queries, item, choice],
  );
  return { rows, root: tree.branches.get(''), dispatch, load };
}
