import { offsetOf, useAddress } from '../../lib/address.ts';
import type { TabProps } from './tab-props.ts';
import { Empty, ItemLink, ListTable, type Column } from './parts.tsx';
import { useWhereUsed } from './queries.ts';
import type { RowOf } from '../../lib/api.ts';
import { t } from './texts.ts';

const COLUMNS: readonly Column<RowOf<'/v1/items/{guid}/whereused'>>[] = [
  { header: t('assemblyNumber'), render: ({ item }) => <ItemLink guid={item.guid} number={item.number} /> },
  { header: t('name'), render: ({ item }) => item.name },
  { header: t('revision'), render: ({ item }) => item.revisionNumber },
  { header: t('lineNumber'), render: ({ lineNumber }) => lineNumber, isNumber: true },
  { header: t('quantity'), render: ({ quantity }) => quantity, isNumber: true },
  { header: t('refDes'), render: ({ refDes }) => refDes },
  { header: t('notes'), render: ({ notes }) => notes },
];

/** The BOMs that have the item, whichever revision is shown. */
export function WhereUsedTab({ id }: TabProps) {
  const [address] = useAddress();
  return (
    <ListTable
      label={t('whereUsed')}
      list={useWhereUsed(id, offsetOf(address))}
      columns={COLUMNS}
      keyOf={({ guid }) => guid ?? ''}
      countText={(count) => t('usedIn', { count })}
      empty={<Empty title={t('notUsed')}>{t('notUsedWhatToDo')}</Empty>}
    />
  );
}
