import { Button, Card, Center, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type SubmitEvent } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { textOf, wholeTextOf } from '../../lib/form.ts';
import { useSession, useSessionActions } from '../../lib/session.ts';
import favicon from '../../shell/favicon.svg';
import { t as shell } from '../../shell/texts.ts';
import { t } from './texts.ts';

/** Where to go on: only to screens of this page, whatever the address says. */
const ownAddress = (to: string | undefined): string =>
  to?.startsWith('/') && !to.startsWith('//') ? to : '/runs';

export default function SignInScreen() {
  useDocumentTitle(`${t('title')} · ${shell('product')}`);
  const { to, ended } = useSearch({ strict: false });
  const navigate = useNavigate();
  const session = useSession();
  const { signIn } = useSessionActions();
  const [workspaceError, setWorkspaceError] = useState<string>();
  const isSignedIn = session.data !== undefined && session.data !== null;
  useEffect(() => {
    if (isSignedIn) void navigate({ href: ownAddress(to), replace: true });
  }, [isSignedIn, navigate, to]);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const workspace = textOf(form, 'workspace');
    if (workspace !== '' && !/^\d{9}$/.test(workspace)) {
      setWorkspaceError(t('notAWorkspace'));
      return;
    }
    setWorkspaceError(undefined);
    signIn.mutate({
      email: textOf(form, 'email'),
      password: wholeTextOf(form, 'password'),
      ...(workspace !== '' && { workspaceId: Number(workspace) }),
    });
  };

  return (
    <Center mih="100vh" p="md" component="main">
      <Card withBorder shadow="sm" w="100%" maw={400} p="lg">
        <form onSubmit={submit}>
          <Stack>
            <Group gap="sm">
              <img src={favicon} alt="" width={32} height={32} />
              <Title order={1} size="h3">
                {t('title')}
              </Title>
            </Group>
            {ended === 'true' && !signIn.isError && (
              <Text size="sm" role="status">
                {t('ended')}
              </Text>
            )}
            {signIn.isError && <Failure error={signIn.error} />}
            <TextInput
              name="email"
              type="email"
              label={t('email')}
              autoComplete="username"
              required
              autoFocus
            />
            <PasswordInput name="password" label={t('password')} autoComplete="current-password" required />
            <TextInput
              name="workspace"
              label={t('workspace')}
              description={t('workspaceHint')}
              inputMode="numeric"
              autoComplete="off"
              error={workspaceError}
            />
            <Button type="submit" loading={signIn.isPending}>
              {t('signIn')}
            </Button>
            <Text size="xs" c="dimmed">
              {t('firstTime')}
            </Text>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
