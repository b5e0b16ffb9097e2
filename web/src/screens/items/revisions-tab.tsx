import { Button, Text } from '@mantine/core';
import { Time } from '../../lib/time.tsx';
import { useAddress } from '../../lib/address.ts';
import type { TabProps } from './tab-props.ts';
import { Empty, ListTable, StatusBadge, type Column } from './parts.tsx';
import { choiceOf, useRevisions, type Revision } from './queries.ts';
import { nameOfRevision } from './revision-name.ts';
import { t } from './texts.ts';

const COLUMNS: readonly Column<Revision>[] = [
  { header: t('revision'), render: ({ revisionNumber }) => revisionNumber ?? '–' },
  { header: t('status'), render: ({ revisionStatus }) => <StatusBadge status={revisionStatus} /> },
  { header: t('phase'), render: ({ lifecyclePhase }) => lifecyclePhase.name },
  { header: t('name'), render: ({ name }) => name },
  { header: t('creator'), render: ({ creator }) => creator.fullName },
  { header: t('created'), render: ({ creationDateTime }) => timeOf(creationDateTime) },
  { header: t('effective'), render: ({ effectiveDateTime }) => timeOf(effectiveDateTime) },
  { header: t('superseded'), render: ({ supersededDateTime }) => timeOf(supersededDateTime) },
  { header: t('lastModified'), render: ({ lastModifiedDateTime }) => timeOf(lastModifiedDateTime) },
];

const timeOf = (value: string | null) => (value === null ? '–' : <Time value={value} />);

/** All revisions of the item; each can be shown. */
export function RevisionsTab({ id, item }: TabProps) {
  const [, change] = useAddress();
  const show: Column<Revision> = {
    header: t('showThis'),
    render: (revision) =>
      revision.revisionNumber === item.revisionNumber && revision.revisionStatus === item.revisionStatus ? (
        <Text size="sm">{t('shown')}</Text>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('showRevision', { name: nameOfRevision(revision) })}
          onClick={() => {
            const choice = choiceOf(revision);
            change({ revisionNumber: undefined, revisionStatus: undefined, ...choice, tab: 'specs' });
          }}
        >
          {t('showThis')}
        </Button>
      ),
  };
  return (
    <ListTable
      label={t('revisions')}
      list={useRevisions(id)}
      columns={[show, ...COLUMNS]}
      keyOf={({ revisionNumber, revisionStatus }) => `${revisionStatus ?? ''} ${revisionNumber ?? ''}`}
      countText={(count) => t('revisionCount', { count })}
      empty={<Empty title={t('oneRevision')}>{t('oneRevisionWhatToDo')}</Empty>}
    />
  );
}
