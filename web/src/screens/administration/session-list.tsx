import { Badge, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { offsetOf, useAddress } from '../../lib/address.ts';
import { api } from '../../lib/api.ts';
import { useSessionActions } from '../../lib/session.ts';
import { Time } from '../../lib/time.tsx';
import { Confirm } from './parts/confirm.tsx';
import { Listing, Nothing } from './parts/listing.tsx';
import { PAGE_SIZE, useChange, useSessions, type OpenSession } from './queries.ts';
import { t } from './texts.ts';

const COLUMNS = [t('who'), t('opened'), t('lastUse'), t('from'), t('actions')];

/** Open sessions, of oneself or of everybody in the workspace; each can be ended. */
export function SessionList({ of }: { readonly of: 'OWN' | 'WORKSPACE' }) {
  const [address] = useAddress();
  const sessions = useSessions({ of, offset: offsetOf(address), limit: PAGE_SIZE });
  return (
    <Listing
      title={t('sessions')}
      query={sessions}
      columns={COLUMNS}
      minWidth={760}
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
          <Table.Td style={{ whiteSpace: 'nowrap' }}>
            <Time value={session.creationDateTime} />
          </Table.Td>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>
            <Time value={session.lastUseDateTime} />
          </Table.Td>
          <Table.Td>{session.address ?? t('unknownAddress')}</Table.Td>
          <Table.Td>
            <EndSession session={session} />
          </Table.Td>
        </Table.Tr>
      )}
    </Listing>
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
