import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { t as shared } from '../../lib/texts-shared.ts';
import { Time } from '../../lib/time.tsx';
import type { TabProps } from './tab-props.ts';
import classes from './items.module.css';
import type { Item } from './queries.ts';
import { t } from './texts.ts';

type Value = string | number | boolean | readonly string[] | null;
type Custom = NonNullable<Item['additionalAttributes']>[number];

const GROUPS: readonly {
  readonly title: string;
  readonly rows: (item: Item) => readonly (readonly [label: string, value: ReactNode])[];
}[] = [
  {
    title: t('groupItem'),
    rows: (item) => [
      [t('number'), item.number],
      [t('name'), item.name],
      [t('revisionNumber'), item.revisionNumber],
      [t('status'), item.revisionStatus === null ? null : t(item.revisionStatus as 'WORKING')],
      [t('phase'), item.lifecyclePhase.name],
      [t('categoryPath'), item.category.path],
      [t('description'), item.description],
      [t('uom'), item.uom],
      [t('procurementType'), item.procurementType],
      [t('owner'), item.owner.fullName],
      [t('creator'), item.creator.fullName],
      [t('creatorEmail'), item.creator.email],
      [t('created'), timeOf(item.creationDateTime)],
      [t('effective'), timeOf(item.effectiveDateTime)],
      [t('superseded'), timeOf(item.supersededDateTime)],
      [t('guid'), item.guid],
    ],
  },
  {
    title: t('groupCosts'),
    rows: (item) =>
      (['standardCost', 'targetCost', 'productionCost', 'prototypeCost', 'targetPrice'] as const).map(
        (name) => [t(name), item[name]] as const,
      ),
  },
  {
    title: t('groupState'),
    rows: (item) => [
      [t('assembly'), wordOf(item.isAssembly)],
      ...(
        [
          'offTheShelf',
          'shared',
          'deviated',
          'modifiedBOM',
          'modifiedFiles',
          'modifiedSourcing',
          'modifiedSpecs',
          'modifiedCosting',
        ] as const
      ).map((name) => [t(name), wordOf(item[name])] as const),
    ],
  },
];

/** Every attribute of the revision, those of the workspace too. */
export function SpecsTab({ item }: TabProps) {
  const custom = item.additionalAttributes ?? [];
  return (
    <Stack gap="lg">
      {GROUPS.map(({ title, rows }) => (
        <Group key={title} title={title} rows={rows(item)} />
      ))}
      {custom.length > 0 && (
        <Group title={t('groupCustom')} rows={custom.map((one) => [one.name, valueOf(one)])} />
      )}
    </Stack>
  );
}

function Group({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <dl className={classes['specs']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const wordOf = (value: boolean): string => shared(value ? 'yes' : 'no');
const timeOf = (value: string | null): ReactNode => (value === null ? null : <Time value={value} />);

function valueOf({ fieldType, value }: Custom): ReactNode {
  if ((fieldType === 'DATE' || fieldType === 'DATETIME') && typeof value === 'string')
    return <Time value={value} />;
  return textOf(value);
}

/** A value in words; null when there is none. */
export function textOf(value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return wordOf(value);
  return typeof value === 'object' ? value.join(', ') : String(value);
}
