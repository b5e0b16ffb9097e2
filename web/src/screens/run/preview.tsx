import { Center, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { Failure } from '../../lib/failure.tsx';
import classes from './run.module.css';
import { t } from './texts.ts';
import { usePreview, type FilePath } from './use-run.ts';

/** The first rows of a member, as a table that scrolls by itself. */
export function Preview({ path, member }: { readonly path: FilePath; readonly member: string }) {
  const preview = usePreview(path, member);
  const title = t('preview', { name: member });
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {title}
      </Title>
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && (
        <Center py="md">
          <Loader aria-label={t('loadingRows')} />
        </Center>
      )}
      {preview.data?.rows.length === 0 && <Text>{t('empty')}</Text>}
      {preview.data !== undefined && preview.data.rows.length > 0 && (
        <>
          <div className={classes['preview']} role="region" aria-label={title} tabIndex={0}>
            <Table striped stickyHeader withColumnBorders>
              <Table.Thead>
                <Table.Tr>
                  {preview.data.columns.map((column, at) => (
                    <Table.Th key={`${at} ${column}`} scope="col">
                      {column}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {preview.data.rows.map((row, at) => (
                  <Table.Tr key={at}>
                    {row.map((cell, column) => (
                      <Table.Td key={column} title={cell ?? ''}>
                        <span>{cell}</span>
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <Text size="sm" c="dimmed">
            {t(preview.data.complete ? 'previewCount' : 'previewFirst', { count: preview.data.rows.length })}
          </Text>
        </>
      )}
    </Stack>
  );
}
