import { Stack, Text, Title } from '@mantine/core';
import { t } from '../lib/texts-shared.ts';

export function NotFound() {
  return (
    <Stack>
      <Title order={1}>{t('notFound')}</Title>
      <Text>{t('notFoundWhatToDo')}</Text>
    </Stack>
  );
}
