import { Stack, Tabs } from '@mantine/core';
import { useSignedIn } from '../../lib/session.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { PageTitle } from '../../shell/page-title.tsx';
import { AddressesPanel } from './addresses-panel.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { ClientsPanel } from './clients-panel.tsx';
import { Nothing } from './parts/listing.tsx';
import { ServerPanel } from './server-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { t } from './texts.ts';
import { UsersPanel } from './users-panel.tsx';

const TABS = ['users', 'clients', 'sessions', 'addresses', 'audit', 'server'] as const;
type Tab = (typeof TABS)[number];
const PANELS: Readonly<Record<Tab, ComponentType>> = {
  users: UsersPanel,
  clients: ClientsPanel,
  sessions: SessionsPanel,
  addresses: AddressesPanel,
  audit: AuditPanel,
  server: ServerPanel,
};

/** Who may use the workspace and from where, what was done in it, and how the server does. The tab stands in the address. */
export default function AdministrationScreen() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { role } = useSignedIn();
  const tab = TABS.find((one) => one === search['tab']) ?? 'users';
  if (role !== 'administrator')
    return (
      <Stack>
        <PageTitle>{t('title')}</PageTitle>
        <Nothing title={t('onlyAdministrators')} hint={t('onlyAdministratorsHint')} />
      </Stack>
    );
  const Panel = PANELS[tab];
  return (
    <Stack>
      <PageTitle>{t('title')}</PageTitle>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => {
          const next = chosen === null || chosen === 'users' ? {} : { tab: chosen };
          void navigate({ to: '/administration', search: next });
        }}
      >
        <Tabs.List aria-label={t('parts')} mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === tab && <Panel />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
