import { AppShell, Burger, Center, Group, Loader, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { onSignedOut } from '../lib/api.ts';
import { Failure } from '../lib/failure.tsx';
import { SignedIn, useSession, useSessionActions, useSignedIn } from '../lib/session.ts';
import { t as shared } from '../lib/texts-shared.ts';
import { AccountMenu } from './account-menu.tsx';
import { CommandButton, Commands } from './commands.tsx';
import { MENU } from './screens.ts';
import { t } from './texts.ts';
import favicon from './favicon.svg';

const SIGN_IN = '/sign-in';

/** What every screen stands in: sign-in first, then menu, commands and account around it. */
export function Shell() {
  const session = useSession();
  const { pathname, href } = useLocation();
  const navigate = useNavigate();
  const { forget } = useSessionActions();
  const isSigningIn = pathname === SIGN_IN;
  // The address is there before its screen is: until then the last one stands in the outlet, which needs a session.
  const isSignInShown = useMatches({
    select: (matches) => matches.some(({ pathname: at }) => at === SIGN_IN),
  });
  const isSignedIn = session.data !== undefined && session.data !== null;
  /** The session that was shown has ended elsewhere, not by the reader's own sign-out. */
  const hasEnded = useRef(false);
  useEffect(
    () =>
      onSignedOut(() => {
        hasEnded.current ||= isSignedIn;
        forget();
      }),
    [forget, isSignedIn],
  );
  useEffect(() => {
    if (session.data !== null || isSigningIn) return;
    const search = { to: href, ...(hasEnded.current && { ended: 'true' }) };
    hasEnded.current = false;
    void navigate({ to: SIGN_IN, search, replace: true });
  }, [session.data, isSigningIn, href, navigate]);

  if (isSignInShown) return <Outlet />;
  if (session.isError)
    return (
      <Center mih="60vh" p="md">
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Center>
    );
  if (session.data === undefined || session.data === null)
    return (
      <Center mih="60vh">
        <Loader aria-label={shared('loading')} />
      </Center>
    );
  return (
    <SignedIn value={session.data}>
      {/* Another session has seen nothing of what was shown in the last one. */}
      <Frame key={`${session.data.workspace.id} ${session.data.user.guid}`}>
        <Outlet />
      </Frame>
    </SignedIn>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const session = useSignedIn();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(isOpen ? 'closeNavigation' : 'openNavigation')}
            />
            <img src={favicon} alt="" width={28} height={28} />
            <Text fw={700}>{t('product')}</Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <CommandButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('navigation')}>
        {MENU.filter(({ isFor }) => isFor(session)).map(({ screen, label, Icon }) => (
          <NavLink
            key={screen}
            component={Link}
            to={`/${screen}`}
            label={label}
            leftSection={<Icon size={18} aria-hidden />}
            active={pathname === `/${screen}` || pathname.startsWith(`/${screen}/`)}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {children}
      </AppShell.Main>
      <Commands />
    </AppShell>
  );
}
