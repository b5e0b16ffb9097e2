import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFold } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Failure } from '../../../lib/failure.tsx';
import type { TabProps } from '../tab-props.ts';
import { Loading } from '../../../lib/loading.tsx';
import { Empty } from '../parts.tsx';
import { t } from '../texts.ts';
import { BomGrid } from './bom-grid.tsx';
import { useBomTree } from './use-bom-tree.ts';

/** The BOM of the revision, opened level by level. Another revision is another tree. */
export function BomTab(props: TabProps) {
  return <Bom key={`${props.id} ${JSON.stringify(props.choice)}`} {...props} />;
}

function Bom({ id, choice, item }: TabProps) {
  const tree = useBomTree({ item: id, choice });
  const { root, rows, load, dispatch } = tree;
  const [first] = rows;
  const count = root?.count;
  useEffect(() => {
    if (count === undefined && first !== undefined) load(first);
  }, [count, first, load]);
  if (count === undefined) {
    if (root?.error === undefined) return <Loading />;
    return (
      <Failure
        error={root.error}
        onRetry={() => {
          dispatch({ kind: 'retry', key: '' });
        }}
      />
    );
  }
  if (count === 0) return <Empty title={t('noBom')}>{t('noBomWhatToDo')}</Empty>;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('bomLines', { count })}. {t('bomKeys')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFold size={14} aria-hidden />}
          disabled={rows.length === count}
          onClick={() => {
            dispatch({ kind: 'closeAll' });
          }}
        >
          {t('closeAll')}
        </Button>
      </Group>
      <BomGrid label={t('bomOf', { name: item.number ?? '' })} tree={tree} />
    </Stack>
  );
}
