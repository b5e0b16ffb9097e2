import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useAddress } from '../../lib/address.ts';
import { SessionList } from './session-list.tsx';
import { t } from './texts.ts';

/** Who is signed in, and from where. */
export function SessionsPanel() {
  const [search, change] = useAddress();
  const of = search['of'] === 'OWN' ? 'OWN' : 'WORKSPACE';
  return (
    <Stack>
      <Group>
        <SegmentedControl
          aria-label={t('whoseSessions')}
          value={of}
          data={[
            { value: 'WORKSPACE', label: t('ofWorkspace') },
            { value: 'OWN', label: t('mine') },
          ]}
          onChange={(value) => {
            change({ of: value === 'OWN' ? value : undefined, offset: undefined }, { replace: true });
          }}
        />
        <Text size="sm" c="dimmed">
          {t('sessionsHint')}
        </Text>
      </Group>
      <SessionList of={of} />
    </Stack>
  );
}
