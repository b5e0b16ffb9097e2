import { Button, Card, Group, ScrollArea, Table, Text, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { t } from './texts.ts';

export interface Column<Row> {
  readonly label: string;
  readonly of: (row: Row) => string;
}

interface ChartFigureProps<Row> {
  readonly title: string;
  /** What the chart says, in a sentence: all that who cannot see it needs to know. */
  readonly summary: string;
  /** Of the table that says the same; the first one heads its row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly children: ReactNode;
}

/** A chart with its sentence, and the same as a table for who asks. */
export function ChartFigure<Row>({ title, summary, columns, rows, children }: ChartFigureProps<Row>) {
  const [isTable, setTable] = useState(false);
  return (
    <Card withBorder component="figure" m={0} padding="md">
      <Group justify="space-between" align="flex-start" mb="xs">
        <div style={{ flex: '1 1 200px' }}>
          <Title order={3} size="h4">
            {title}
          </Title>
          <Text component="figcaption" size="sm" c="dimmed">
            {summary}
          </Text>
        </div>
        <Button
          size="xs"
          variant="default"
          leftSection={isTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          aria-label={`${title}: ${t(isTable ? 'showChart' : 'showTable')}`}
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {t(isTable ? 'showChart' : 'showTable')}
        </Button>
      </Group>
      {isTable ? (
        <ScrollArea
          h={260}
          type="auto"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('tableOf', { title }) }}
        >
          <Table stickyHeader striped>
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ label }, index) => (
                  <Table.Th key={label} ta={index === 0 ? 'left' : 'right'}>
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={columns[0].of(row)} row={row} columns={columns} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      ) : (
        <div role="img" aria-label={`${title}. ${summary}`}>
          {children}
        </div>
      )}
    </Card>
  );
}

function Row<Value>({ row, columns }: { readonly row: Value; readonly columns: readonly Column<Value>[] }) {
  return (
    <Table.Tr>
      {columns.map(({ label, of }, index) =>
        index === 0 ? (
          <Table.Th key={label} scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
            {of(row)}
          </Table.Th>
        ) : (
          <Table.Td key={label} ta="right">
            {of(row)}
          </Table.Td>
        ),
      )}
    </Table.Tr>
  );
}
