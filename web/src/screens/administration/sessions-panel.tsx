import { Badge, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { api } from '../../lib/api.ts';
import { useSessionActions } from '../../lib/session.ts';
import { Time } from '../../lib/time.tsx';
import { Confirm } from './parts/confirm.tsx';
import { Listing, Nothing } from './parts/listing.tsx';
import { useAddress } from './parts/use-address.ts';
import { PAGE_SIZE, useChange, useSessions, type OpenSession } from './queries.ts';
import { t } from './texts.ts';

const COLUMNS = [t('who'), t('opened'), t('lastUse'), t('from'), t('actions')];

/** Who is signed in, and from where. */
export function SessionsPanel() {
  const { search, offset, filter, goTo } = useAddress();
  const isMine = search['of'] === 'OWN';
  const sessions = useSessions({ of: isMine ? 'OWN' : 'WORKSPACE', offset, limit: PAGE_SIZE });
  return (
    <Stack>
      <Group>
        <SegmentedControl
          aria-label={t('whoseSessions')}
          value={isMine ? 'OWN' : 'WORKSPACE'}
          data={[
            { value: 'WORKSPACE', label: t('ofWorkspace') },
            { value: 'OWN', label: t('mine') },
          ]}
          onChange={(value) => {
            filter({ of: value === 'OWN' ? value : undefined });
          }}
        />
        <Text size="sm" c="dimmed">
          {t('sessionsHint')}
        </Text>
      </Group>
      <Listing
        title={t('sessions')}
        query={sessions}
        columns={COLUMNS}
        minWidth={760}
        offset={offset}
        onOffset={goTo}
        empty={<Nothing title={t('noSessions')} />}
      >
        {(session) => (
          <Table.Tr key={session.guid}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {session.user.fullName} {session.current && <Badge size="xs">{t('thisSession')}</Badge>}
                {session.machine && (
                  <Badge size="xs" variant="default">
                    {t('machine')}
                  </Badge>
                )}
              </Text>
              <Text size="xs" c="dimmed">
                {session.user.email}
              </Text>
            </Table.Td>
            <Table.Td>
              <Time value={session.creationDateTime} />
            </Table.Td>
            <Table.Td>
              <Time value={session.lastUseDateTime} />
            </Table.Td>
            <Table.Td>{session.address ?? t('unknownAddress')}</Table.Td>
            <Table.Td>
              <EndSession session={session} />
            </Table.Td>
          </Table.Tr>
        )}
      </Listing>
    </Stack>
  );
}

function EndSession({
  session: { guid, user, creationDateTime, current },
}: {
  readonly session: OpenSession;
}) {
  const { forget } = useSessionActions();
  const end = useChange(() => api.PUT('/v1/sessions/{guid}/end', { params: { path: { guid } } }));
  return (
    <Confirm
      label={t('endSession')}
      spoken={t('endSessionOf', { name: user.fullName, when: creationDateTime })}
      title={t('endThis')}
      hint={t(current ? 'ownSessionHint' : 'otherSessionHint')}
      isBusy={end.isPending}
      error={end.error}
      onConfirm={(close) => {
        end.mutate(undefined, {
          onSuccess: () => {
            close();
            notifications.show({ message: t('sessionEnded') });
            if (current) forget();
          },
        });
      }}
    />
  );
}
