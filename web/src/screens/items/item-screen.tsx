import { Anchor, Button, Group, Select, Tabs } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentType } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { useAddress } from '../../lib/address.ts';
import { BomTab } from './bom/bom-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import classes from './items.module.css';
import { Loading } from '../../lib/loading.tsx';
import { StatusBadge } from './parts.tsx';
import {
  choiceIn,
  choiceOf,
  useItem,
  useRevisions,
  type Choice,
  type Item,
  type Revision,
} from './queries.ts';
import { nameOfRevision } from './revision-name.ts';
import { RevisionsTab } from './revisions-tab.tsx';
import { SourcingTab } from './sourcing-tab.tsx';
import { SpecsTab } from './specs-tab.tsx';
import type { TabProps } from './tab-props.ts';
import { t } from './texts.ts';
import { WhereUsedTab } from './where-used-tab.tsx';

const TABS = {
  specs: { label: t('specs'), Panel: SpecsTab },
  bom: { label: t('bom'), Panel: BomTab },
  whereused: { label: t('whereUsed'), Panel: WhereUsedTab },
  sourcing: { label: t('sourcing'), Panel: SourcingTab },
  files: { label: t('files'), Panel: FilesTab },
  revisions: { label: t('revisions'), Panel: RevisionsTab },
  compare: { label: t('compare'), Panel: CompareTab },
} as const satisfies Readonly<Record<string, { label: string; Panel: ComponentType<TabProps> }>>;
type Tab = keyof typeof TABS;

/** An item under one of its revisions; the tab and the revision stand in the address. */
export default function Screen() {
  const { item: id = '' } = useParams({ strict: false });
  const [address, change] = useAddress();
  const choice = choiceIn(address);
  const query = useItem({ item: id, choice });
  const item = query.data;
  const title = item === undefined ? t('title') : [item.number, item.name].filter(Boolean).join(' ');
  const tab = Object.hasOwn(TABS, address['tab'] ?? '') ? (address['tab'] as Tab) : 'specs';
  const tabs = useRef<HTMLDivElement>(null);
  // Where not all tabs have room the one that is shown is to be seen.
  useEffect(() => {
    tabs.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab, item]);
  return (
    <>
      <Anchor component={Link} to="/items" size="sm">
        {t('back')}
      </Anchor>
      <PageTitle actions={item === undefined ? undefined : <ExportButton item={item} />}>{title}</PageTitle>
      {query.error !== null && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {item !== undefined && query.error === null && (
        <>
          <Head
            id={id}
            item={item}
            onChoose={(chosen) => {
              change({ revisionNumber: undefined, revisionStatus: undefined, ...chosen, offset: undefined });
            }}
          />
          <Tabs
            value={tab}
            onChange={(value) => {
              change({ tab: value ?? undefined, offset: undefined, file: undefined });
            }}
            keepMounted={false}
            activateTabWithKeyboard={false}
          >
            <Tabs.List ref={tabs} className={classes['tabs'] ?? ''} aria-label={t('tabs')}>
              {Object.entries(TABS).map(([name, { label }]) => (
                <Tabs.Tab key={name} value={name}>
                  {label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {Object.entries(TABS).map(([name, { Panel }]) => (
              <Tabs.Panel key={name} value={name} pt="md">
                <Panel id={id} choice={choice} item={item} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </>
      )}
    </>
  );
}

/** In quotes, in which `\` takes the next character as it is: see the guide to criteria as one types them. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function ExportButton({ item }: { readonly item: Item }) {
  return (
    <Button
      renderRoot={(props) => (
        <Link
          {...props}
          to="/definitions/new"
          search={{ where: `number IS_EQUAL_TO ${quoted(item.number ?? '')}` }}
        />
      )}
      leftSection={<IconFileExport size={16} aria-hidden />}
    >
      {t('export')}
    </Button>
  );
}

function Head({
  id,
  item,
  onChoose,
}: {
  readonly id: string;
  readonly item: Item;
  readonly onChoose: (choice: Choice) => void;
}) {
  const revisions = useRevisions(id).data?.results ?? [];
  const keyOf = ({ revisionStatus, revisionNumber }: Pick<Revision, 'revisionStatus' | 'revisionNumber'>) =>
    `${revisionStatus ?? ''} ${revisionNumber ?? ''}`;
  return (
    <Group gap="md" mb="md" align="flex-end">
      <Select
        label={t('chooseRevision')}
        data={revisions.map((revision) => ({ value: keyOf(revision), label: nameOfRevision(revision) }))}
        value={keyOf(item)}
        onChange={(value) => {
          const chosen = revisions.find((revision) => keyOf(revision) === value);
          if (chosen !== undefined) onChoose(choiceOf(chosen));
        }}
        allowDeselect={false}
        w={220}
      />
      <Group gap="xs" pb={6}>
        <StatusBadge status={item.revisionStatus} />
        {item.lifecyclePhase.name !== null && <span>{item.lifecyclePhase.name}</span>}
      </Group>
    </Group>
  );
}
