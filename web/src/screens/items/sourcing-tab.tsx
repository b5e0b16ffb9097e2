import type { RowOf } from '../../lib/api.ts';
import { t as shared } from '../../lib/texts-shared.ts';
import { offsetOf, useAddress } from '../../lib/address.ts';
import type { TabProps } from './tab-props.ts';
import { Empty, ListTable, type Column } from './parts.tsx';
import { useSources } from './queries.ts';
import { t } from './texts.ts';

const COLUMNS: readonly Column<RowOf<'/v1/items/{guid}/sourcing'>>[] = [
  { header: t('maker'), render: ({ mfrItem }) => mfrItem.supplier.name },
  { header: t('makerNumber'), render: ({ mfrItem }) => mfrItem.number },
  { header: t('name'), render: ({ mfrItem, vendorItem }) => mfrItem.name ?? vendorItem.name },
  { header: t('vendor'), render: ({ vendorItem }) => vendorItem.supplier.name },
  { header: t('vendorNumber'), render: ({ vendorItem }) => vendorItem.number },
  { header: t('approved'), render: ({ approved }) => shared(approved ? 'yes' : 'no') },
  {
    header: t('usedFor'),
    render: ({ activeProduction, activePrototype }) =>
      [...(activeProduction ? [t('production')] : []), ...(activePrototype ? [t('prototype')] : [])].join(
        ', ',
      ),
  },
  { header: t('rank'), render: ({ amlRank }) => amlRank, isNumber: true },
  { header: t('split'), render: ({ amlSplit }) => amlSplit, isNumber: true },
  { header: t('notes'), render: ({ notes }) => notes },
];

/** Where the revision can be bought. */
export function SourcingTab({ id, choice }: TabProps) {
  const [address] = useAddress();
  return (
    <ListTable
      label={t('sourcing')}
      list={useSources({ item: id, choice }, offsetOf(address))}
      columns={COLUMNS}
      keyOf={({ guid }) => guid ?? ''}
      countText={(count) => t('sources', { count })}
      empty={<Empty title={t('noSources')}>{t('noSourcesWhatToDo')}</Empty>}
    />
  );
}
