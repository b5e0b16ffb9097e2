import { Badge, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { offsetOf, useAddress, type Search } from '../../lib/address.ts';
import { api, dataOf } from '../../lib/api.ts';
import { useSignedIn } from '../../lib/session.ts';
import { Time } from '../../lib/time.tsx';
import { AddUser } from './add-user.tsx';
import { ChangeUser } from './change-user.tsx';
import { Confirm } from './parts/confirm.tsx';
import { Listing, Nothing } from './parts/listing.tsx';
import { Secrets, type Secret } from './parts/secrets.tsx';
import { GivePassword } from './give-password.tsx';
import { PAGE_SIZE, useChange, useUsers, type User } from './queries.ts';
import { t } from './texts.ts';

const TYPING_MS = 300;
const COLUMNS = [t('name'), t('role'), t('lastActivity'), t('openSessions'), t('actions')];

/** Who may log in, and what they may do. */
export function UsersPanel() {
  const [search, change] = useAddress();
  const filter = (changes: Search): void => {
    change({ ...changes, offset: undefined }, { replace: true });
  };
  const [secrets, setSecrets] = useState<readonly Secret[]>();
  const { fullName, mayLogIn } = search;
  const isOfAll = mayLogIn === 'any';
  const users = useUsers({
    offset: offsetOf(search),
    limit: PAGE_SIZE,
    ...(!isOfAll && { mayLogIn: true }),
    ...(fullName !== undefined && { fullName }),
  });
  const type = useDebouncedCallback((typed: string) => {
    filter({ fullName: typed.trim() === '' ? undefined : `*${typed.trim()}*` });
  }, TYPING_MS);
  const tell = (name: string, password: string | undefined): void => {
    if (password !== undefined) setSecrets([{ label: t('passwordOf', { name }), value: password }]);
  };
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <Group align="flex-end">
          <TextInput
            type="search"
            label={t('searchUsers')}
            defaultValue={(fullName ?? '').replaceAll('*', '')}
            onChange={(event) => {
              type(event.currentTarget.value);
            }}
          />
          <NativeSelect
            label={t('showUsers')}
            value={isOfAll ? 'any' : 'true'}
            data={[
              { value: 'true', label: t('whoMayLogIn') },
              { value: 'any', label: t('everybody') },
            ]}
            onChange={(event) => {
              filter({ mayLogIn: event.currentTarget.value === 'any' ? 'any' : undefined });
            }}
          />
        </Group>
        <AddUser onAdded={tell} />
      </Group>
      <Listing
        title={t('users')}
        query={users}
        columns={COLUMNS}
        minWidth={900}
        empty={<Nothing title={t('noUsers')} hint={t('noUsersHint')} />}
      >
        {(user) => <UserRow key={user.guid} user={user} onPassword={tell} />}
      </Listing>
      <Secrets
        title={secrets?.[0]?.label ?? ''}
        secrets={secrets}
        onClose={() => {
          setSecrets(undefined);
        }}
      />
    </Stack>
  );
}

interface UserRowProps {
  readonly user: User;
  readonly onPassword: (name: string, password: string | undefined) => void;
}

function UserRow({ user, onPassword }: UserRowProps) {
  const me = useSignedIn().user.guid;
  const { email, fullName, mayLogIn, role } = user;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {fullName} {user.guid === me && <Badge size="xs">{t('you')}</Badge>}
        </Text>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>
        {mayLogIn ? t(role === 'administrator' ? 'administrator' : 'member') : t('mayNotLogIn')}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Time value={user.lastActivityDateTime} />
      </Table.Td>
      <Table.Td>{user.sessions}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {mayLogIn && <ChangeUser user={user} />}
          {email !== null && <GivePassword user={user} isMe={user.guid === me} onPassword={onPassword} />}
          {user.sessions > 0 && <EndSessions user={user} />}
          {mayLogIn && <Expel user={user} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function EndSessions({ user: { guid, fullName: name } }: Pick<UserRowProps, 'user'>) {
  const end = useChange(() => dataOf(api.PUT('/v1/users/{guid}/logout', { params: { path: { guid } } })));
  return (
    <Confirm
      label={t('endSessions')}
      spoken={t('named', { label: t('endSessions'), name })}
      title={t('endSessionsOf', { name })}
      hint={t('endSessionsHint')}
      isBusy={end.isPending}
      error={end.error}
      onConfirm={(close) => {
        end.mutate(undefined, {
          onSuccess: ({ ended }) => {
            close();
            notifications.show({ message: t('sessionsEnded', { ended }) });
          },
        });
      }}
    />
  );
}

function Expel({ user: { guid, fullName: name } }: Pick<UserRowProps, 'user'>) {
  const expel = useChange(() =>
    dataOf(api.PUT('/v1/users/{guid}', { params: { path: { guid } }, body: { mayLogIn: false } })),
  );
  return (
    <Confirm
      label={t('expel')}
      spoken={t('named', { label: t('expel'), name })}
      title={t('expelOf', { name })}
      hint={t('expelHint')}
      isBusy={expel.isPending}
      error={expel.error}
      onConfirm={(close) => {
        expel.mutate(undefined, {
          onSuccess: () => {
            close();
            notifications.show({ message: t('expelled', { name }) });
          },
        });
      }}
    />
  );
}
