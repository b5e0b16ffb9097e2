import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { useProblems, type Import } from './queries.ts';
import { t } from './texts.ts';

/** What is wrong, by file and line. */
export function Problems({ of }: { readonly of: Import }) {
  const [file, setFile] = useState<string | null>(null);
  const [pages, setPages] = useState(1);
  const { data, error, refetch } = useProblems(of.guid, file ?? undefined, pages);
  const files = of.files.filter(({ problems }) => problems > 0).map(({ name }) => name);
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Stack>
      <Text role="status">{t('problems', { count: of.problems.count })}</Text>
      {files.length > 1 && (
        <Select
          label={t('problemsIn')}
          data={files}
          value={file}
          placeholder={t('allFiles')}
          clearable
          onChange={setFile}
          maw={320}
        />
      )}
      <Table.ScrollContainer minWidth={300} maxHeight="60vh">
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('file')}</Table.Th>
              <Table.Th>{t('line')}</Table.Th>
              <Table.Th>{t('message')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.results.map((one, index) => (
              <Table.Tr key={index}>
                <Table.Td>{one.file}</Table.Td>
                <Table.Td>{one.line}</Table.Td>
                <Table.Td>{one.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {data !== undefined && data.results.length < data.count && (
        <Button
          variant="default"
          onClick={() => {
            setPages(pages + 1);
          }}
        >
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}

/** What would change, or was changed. */
export function Summary({ of }: { readonly of: Import }) {
  const rows = (of.summary ?? []).filter((one) => one.created + one.updated + one.unchanged > 0);
  return (
    <Stack>
      <Text role="status">{of.status === 'COMPLETE' ? t('changed') : t('wouldChange')}</Text>
      {rows.every(({ created, updated }) => created + updated === 0) && <Text>{t('nothing')}</Text>}
      <Table.ScrollContainer minWidth={300}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th>{t('created')}</Table.Th>
              <Table.Th>{t('updated')}</Table.Th>
              <Table.Th>{t('unchanged')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ kind, created, updated, unchanged }) => (
              <Table.Tr key={kind}>
                <Table.Td>{kind}</Table.Td>
                <Table.Td>{created}</Table.Td>
                <Table.Td>{updated}</Table.Td>
                <Table.Td>{unchanged}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
