import { Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { t } from './texts.ts';

/** The heading of a screen, which names the browser's tab too, with what can be done there beside it. */
export function PageTitle({
  children,
  actions,
}: {
  readonly children: string;
  readonly actions?: ReactNode;
}) {
  useDocumentTitle(`${children} · ${t('product')}`);
  return (
    <Group justify="space-between" align="center" mb="md" gap="sm">
      <Title order={1} size="h2">
        {children}
      </Title>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
