import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconApi, IconDevices, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSignedIn } from '../lib/session.ts';
import { MENU } from './screens.ts';
import { t as shared } from '../lib/texts-shared.ts';
import { t } from './texts.ts';

/** Ctrl K or Cmd K, and for who does not know that a button. */
export function CommandButton() {
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        hiddenFrom="xs"
        aria-label={t('commands')}
        onClick={spotlight.open}
      >
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        visibleFrom="xs"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={spotlight.open}
      >
        {t('commands')}
      </Button>
    </>
  );
}

/** The command palette; `/` goes to the search field of the screen where it has one. */
export function Commands() {
  const navigate = useNavigate();
  const session = useSignedIn();
  useHotkeys([['/', focusSearch]]);
  const actions: SpotlightActionData[] = [
    ...MENU.filter(({ isFor }) => isFor(session)).map(({ screen, label, Icon }) => ({
      id: screen,
      label,
      leftSection: <Icon size={18} aria-hidden />,
      onClick: () => void navigate({ to: `/${screen}` }),
    })),
    {
      id: 'new-definition',
      label: shared('newDefinition'),
      leftSection: <IconPlus size={18} aria-hidden />,
      onClick: () => void navigate({ to: '/definitions/new' }),
    },
    {
      id: 'own-sessions',
      label: t('ownSessions'),
      leftSection: <IconDevices size={18} aria-hidden />,
      onClick: () => void navigate({ to: '/account/sessions' }),
    },
    {
      id: 'api',
      label: t('api'),
      leftSection: <IconApi size={18} aria-hidden />,
      onClick: () => {
        location.assign('/docs');
      },
    },
  ];
  return (
    <Spotlight
      actions={actions}
      nothingFound={t('nothingFound')}
      shortcut="mod + K"
      searchProps={{ placeholder: t('commandsHint'), 'aria-label': t('commandsHint') }}
    />
  );
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
}
