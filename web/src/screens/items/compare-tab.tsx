import { ActionIcon, Badge, Checkbox, Group, Select, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Failure } from '../../lib/failure.tsx';
import { offsetOf, useAddress, type Search } from '../../lib/address.ts';
import type { TabProps } from './tab-props.ts';
import classes from './items.module.css';
import { Loading } from '../../lib/loading.tsx';
import { Empty, ItemLink, ListTable, type Column } from './parts.tsx';
import {
  choiceIn,
  choiceOf,
  useComparison,
  useRevisions,
  type Choice,
  type Comparison,
  type Revision,
} from './queries.ts';
import { nameOfRevision } from './revision-name.ts';
import { textOf } from './specs-tab.tsx';
import { t } from './texts.ts';

type Pair = Comparison['results'][number];
type Line = NonNullable<Pair['from']>;
type Change = 'ADDED' | 'REMOVED' | 'CHANGED' | 'UNCHANGED';

const CHANGES: Readonly<Record<Change, { readonly colour: string; readonly sign: string }>> = {
  ADDED: { colour: 'green', sign: '+' },
  REMOVED: { colour: 'red', sign: '−' },
  CHANGED: { colour: 'yellow', sign: '≠' },
  UNCHANGED: { colour: 'gray', sign: '=' },
};

/** The BOMs of two revisions, line by line; which two stands in the address. */
export function CompareTab({ id }: TabProps) {
  const revisions = useRevisions(id);
  if (revisions.data === undefined)
    return revisions.error === null ? (
      <Loading />
    ) : (
      <Failure error={revisions.error} onRetry={() => void revisions.refetch()} />
    );
  if (revisions.data.count < 2) return <Empty title={t('oneRevision')}>{t('oneRevisionWhatToDo')}</Empty>;
  return <Compare id={id} revisions={revisions.data.results} />;
}

/** The revision of a choice, in the list of all. */
function indexOf(revisions: readonly Revision[], { revisionNumber, revisionStatus }: Choice): number {
  return revisions.findIndex(
    (one) =>
      (revisionStatus === undefined || one.revisionStatus === revisionStatus) &&
      (revisionNumber === undefined || (one.revisionNumber ?? '') === revisionNumber.trim()),
  );
}

/** What is compared unless the address says otherwise: the effective revision, or the newest, with the one before it. */
function defaultsOf(revisions: readonly Revision[]): { readonly from: number; readonly to: number } {
  const effective = revisions.findIndex(({ revisionStatus }) => revisionStatus === 'EFFECTIVE');
  const to = effective === -1 || effective === revisions.length - 1 ? 0 : effective;
  return { from: to + 1, to };
}

function Compare({ id, revisions }: { readonly id: string; readonly revisions: readonly Revision[] }) {
  const [address, change] = useAddress();
  const defaults = defaultsOf(revisions);
  const placeOf = (side: 'from' | 'to'): number => {
    const choice = choiceIn(address, `${side}.`);
    const found = Object.keys(choice).length === 0 ? -1 : indexOf(revisions, choice);
    return found === -1 ? defaults[side] : found;
  };
  const [from, to] = [placeOf('from'), placeOf('to')];
  const choiceAt = (place: number): Choice => {
    const revision = revisions[place];
    return revision === undefined ? {} : choiceOf(revision);
  };
  const addressOf = (side: 'from' | 'to', place: number): Search => {
    const { revisionNumber, revisionStatus } = choiceAt(place);
    return { [`${side}.revisionNumber`]: revisionNumber, [`${side}.revisionStatus`]: revisionStatus };
  };
  const includeUnchanged = address['includeUnchanged'] === 'true';
  const comparison = useComparison({
    item: id,
    from: choiceAt(from),
    to: choiceAt(to),
    includeUnchanged,
    offset: offsetOf(address),
  });
  const choices = revisions.map((revision, index) => ({
    value: String(index),
    label: nameOfRevision(revision),
  }));
  const picker = (side: 'from' | 'to', place: number) => (
    <Select
      label={t(side)}
      data={choices}
      value={String(place)}
      allowDeselect={false}
      onChange={(value) => {
        change({ ...addressOf(side, Number(value)), offset: undefined });
      }}
      w={200}
    />
  );
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        {picker('from', from)}
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('swap')}
          onClick={() => {
            change({ ...addressOf('from', to), ...addressOf('to', from), offset: undefined });
          }}
        >
          <IconArrowsExchange size={18} aria-hidden />
        </ActionIcon>
        {picker('to', to)}
        <Checkbox
          label={t('includeUnchanged')}
          checked={includeUnchanged}
          onChange={({ currentTarget }) => {
            change({ includeUnchanged: currentTarget.checked ? 'true' : undefined, offset: undefined });
          }}
          pb={8}
        />
      </Group>
      {comparison.data !== undefined && <Counts comparison={comparison.data} />}
      <ListTable
        label={t('compare')}
        list={comparison}
        columns={COLUMNS}
        keyOf={(pair) => `${pair.from?.guid ?? ''} ${pair.to?.guid ?? ''}`}
        countText={(count) => t('bomLines', { count })}
        empty={<Empty title={t('noDifference')}>{t('noDifferenceWhatToDo')}</Empty>}
      />
    </Stack>
  );
}

function Counts({ comparison }: { readonly comparison: Comparison }) {
  const counts = {
    ADDED: comparison.added,
    REMOVED: comparison.removed,
    CHANGED: comparison.changed,
    UNCHANGED: comparison.unchanged,
  };
  return (
    <Group gap="xs" role="status">
      {Object.entries(counts).map(([change, count]) => (
        <ChangeBadge key={change} change={change as Change} count={count} />
      ))}
    </Group>
  );
}

function ChangeBadge({ change, count }: { readonly change: Change; readonly count?: number }) {
  const { colour, sign } = CHANGES[change];
  return (
    <Badge
      variant="outline"
      color={colour}
      className={classes['badge'] ?? ''}
      leftSection={<span aria-hidden>{sign}</span>}
    >
      {count === undefined ? t(change) : `${count} ${t(change)}`}
    </Badge>
  );
}

const lineOf = ({ from, to }: Pair): Line | null => to ?? from;

const COLUMNS: readonly Column<Pair>[] = [
  { header: t('change'), render: ({ change }) => <ChangeBadge change={change} /> },
  {
    header: t('number'),
    render: (pair) => {
      const item = lineOf(pair)?.item;
      return <ItemLink guid={item?.guid ?? null} number={item?.number ?? null} />;
    },
  },
  { header: t('name'), render: (pair) => lineOf(pair)?.item.name },
  {
    header: t('lineNumber'),
    render: (pair) => <Values pair={pair} name="lineNumber" value={({ lineNumber }) => textOf(lineNumber)} />,
    isNumber: true,
  },
  {
    header: t('quantity'),
    render: (pair) => <Values pair={pair} name="quantity" value={({ quantity }) => textOf(quantity)} />,
    isNumber: true,
  },
  {
    header: t('refDes'),
    render: (pair) => <Values pair={pair} name="refDes" value={({ refDes }) => refDes} />,
  },
  {
    header: t('notes'),
    render: (pair) => <Values pair={pair} name="notes" value={({ notes }) => notes} />,
  },
  {
    header: t('substitutes'),
    render: (pair) => <Values pair={pair} name="substitutes" value={substitutesOf} />,
  },
  { header: t('groupCustom'), render: (pair) => <CustomValues pair={pair} /> },
];

const substitutesOf = ({ substitutes = [] }: Line): string | null =>
  substitutes.length === 0
    ? null
    : substitutes
        .map(
          ({ substitute, quantity }) =>
            `${substitute.number ?? ''}${quantity === null ? '' : ` × ${quantity}`}`,
        )
        .join(', ');

/** One attribute of a pair of lines: what it was and what it is where that differs. */
function Values({
  pair: { from, to, attributes },
  name,
  value,
}: {
  readonly pair: Pair;
  readonly name: string;
  readonly value: (line: Line) => string | null;
}) {
  if (from === null || to === null || !attributes.includes(name)) {
    const line = to ?? from;
    return line === null ? null : value(line);
  }
  return <BeforeAndAfter before={value(from)} after={value(to)} />;
}

function BeforeAndAfter({
  before,
  after,
}: {
  readonly before: string | null;
  readonly after: string | null;
}) {
  return (
    <>
      <del className={classes['old']}>
        <VisuallyHidden>{t('before')}: </VisuallyHidden>
        {before ?? t('nothing')}
      </del>{' '}
      <ins>
        <VisuallyHidden>{t('after')}: </VisuallyHidden>
        {after ?? t('nothing')}
      </ins>
    </>
  );
}

function CustomValues({ pair: { from, to, attributes } }: { readonly pair: Pair }) {
  const before = new Map((from?.additionalAttributes ?? []).map((one) => [one.apiName, one]));
  const changed = (to?.additionalAttributes ?? []).filter(({ apiName }) => attributes.includes(apiName));
  return changed.map(({ apiName, name, value }) => (
    <Text key={apiName} size="sm">
      {name}: <BeforeAndAfter before={textOf(before.get(apiName)?.value ?? null)} after={textOf(value)} />
    </Text>
  ));
}
