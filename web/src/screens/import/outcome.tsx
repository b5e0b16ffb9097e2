import { Stack, Table, Text } from '@mantine/core';
import type { Import } from './queries.ts';
import { t } from './texts.ts';

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
