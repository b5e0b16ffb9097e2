import { ActionIcon, Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconDeviceDesktop,
  IconDevices,
  IconDoorExit,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSessionActions, useSignedIn } from '../lib/session.ts';
import { t } from './texts.ts';

const SCHEMES: readonly {
  readonly scheme: MantineColorScheme;
  readonly label: string;
  readonly Icon: typeof IconSun;
}[] = [
  { scheme: 'light', label: t('light'), Icon: IconSun },
  { scheme: 'dark', label: t('dark'), Icon: IconMoon },
  { scheme: 'auto', label: t('system'), Icon: IconDeviceDesktop },
];

/** Who is signed in and where, the other workspaces, colours, the way out. */
export function AccountMenu() {
  const { user, workspace, workspaces } = useSignedIn();
  const { signOut, switchWorkspace } = useSessionActions();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const others = workspaces.filter(({ id }) => id !== workspace.id);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('account', { name: user.fullName })}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt={4} fw={600} size="sm">
          {user.fullName}
        </Text>
        <Text px="sm" size="xs" c="dimmed">
          {user.email}
        </Text>
        <Text px="sm" pb={4} size="xs" c="dimmed">
          {workspace.name} ({workspace.id})
        </Text>
        {others.length > 0 && <Menu.Divider />}
        {others.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<IconBuilding size={16} aria-hidden />}
            onClick={() => {
              switchWorkspace.mutate(id);
            }}
          >
            {t('switchTo', { name })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {SCHEMES.map(({ scheme, label, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => {
              setColorScheme(scheme);
            }}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/account/sessions"
          leftSection={<IconDevices size={16} aria-hidden />}
        >
          {t('ownSessions')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDoorExit size={16} aria-hidden />}
          onClick={() => {
            signOut.mutate(false);
          }}
        >
          {t('signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDoorExit size={16} aria-hidden />}
          onClick={() => {
            signOut.mutate(true);
          }}
        >
          {t('signOutEverywhere')}
          <Text size="xs" c="dimmed">
            {t('signOutEverywhereHint')}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
