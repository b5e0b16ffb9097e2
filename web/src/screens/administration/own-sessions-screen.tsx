import { Stack, Text } from '@mantine/core';
import { PageTitle } from '../../shell/page-title.tsx';
import { SessionList } from './session-list.tsx';
import { t } from './texts.ts';

/** Where one is signed in oneself, for everybody. */
export default function OwnSessionsScreen() {
  return (
    <Stack>
      <PageTitle>{t('ownSessions')}</PageTitle>
      <Text size="sm" c="dimmed">
        {t('ownSessionsHint')}
      </Text>
      <SessionList of="OWN" />
    </Stack>
  );
}
