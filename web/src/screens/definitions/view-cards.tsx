import { Button, Card, Checkbox, Collapse, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import type { ExportView } from '../../../../src/kernel/vocabulary.ts';
import classes from './definitions.module.css';
import type { ExportViewInfo } from './queries.ts';
import { t } from './texts.ts';

interface ViewCardsProps {
  readonly views: readonly ExportViewInfo[];
  readonly chosen: readonly ExportView[];
  readonly error: string | undefined;
  readonly onToggle: (view: ExportView) => void;
}

/** The views as cards: chosen with a box, opened to see their columns. */
export function ViewCards({ views, chosen, error, onToggle }: ViewCardsProps) {
  return (
    <>
      {error !== undefined && (
        <Text c="red.9" size="sm" role="alert" mb="xs" className="mantine-error">
          {error}
        </Text>
      )}
      <div className={classes['views']} role="group" aria-label={t('views')}>
        {views.map((info) => (
          <ViewCard
            key={info.view}
            info={info}
            isChosen={chosen.includes(info.view)}
            onToggle={() => {
              onToggle(info.view);
            }}
          />
        ))}
      </div>
    </>
  );
}

interface ViewCardProps {
  readonly info: ExportViewInfo;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function ViewCard({ info, isChosen, onToggle }: ViewCardProps) {
  const { view, title, row, columns, needs } = info;
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Card
      withBorder
      p="sm"
      {...(isChosen && { style: { borderColor: 'var(--mantine-primary-color-filled)' } })}
    >
      <Checkbox
        label={<Text fw={600}>{title}</Text>}
        description={
          <>
            {row}
            {needs !== null && <> {needs}</>}
          </>
        }
        checked={isChosen}
        onChange={onToggle}
        value={view}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        mt="xs"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t('columnsOf', { view: title })}: ${t('columns', { count: columns.length })}`}
        rightSection={<Chevron size={16} aria-hidden />}
        onClick={toggle}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('columns', { count: columns.length })}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <Columns info={info} />}
      </Collapse>
    </Card>
  );
}

function Columns({ info: { title, columns } }: { readonly info: ExportViewInfo }) {
  return (
    <Table.ScrollContainer
      minWidth={240}
      maxHeight={320}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('columnsOf', { view: title }) },
      }}
    >
      <Table fz="xs" verticalSpacing={2} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columnName')}</Table.Th>
            <Table.Th>{t('columnType')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ apiName, name, type, isCustom }) => (
            <Table.Tr key={apiName}>
              <Table.Td title={apiName}>{name}</Table.Td>
              <Table.Td>
                {type}
                {isCustom && ` (${t('customColumn')})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
