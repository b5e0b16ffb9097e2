import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { messagesOf } from '../../lib/api.ts';
import { useStartRun, type Definition, type RunRequest } from './queries.ts';
import { t } from './texts.ts';

export const hasCriteria = ({ criteria }: Pick<Definition, 'criteria'>): boolean =>
  Array.isArray(criteria) && criteria.length > 0;

/** Starts a run and goes to it; a refusal is told in the server's words. */
export function useRunNow() {
  const start = useStartRun();
  const navigate = useNavigate();
  return {
    isPending: start.isPending,
    error: start.error,
    run: (request: RunRequest): void => {
      start.mutate(request, {
        onSuccess: ({ guid }) =>
          void navigate({ to: '/runs/$definition/$run', params: { definition: request.guid, run: guid } }),
        onError: (error) => {
          notifications.show({
            title: t('runRefused'),
            message: messagesOf(error).join(' '),
            color: 'red',
            autoClose: false,
          });
        },
      });
    },
  };
}

/** In a list: a definition without criteria is asked for them first, on its own screen. */
export function RunNow({ definition }: { readonly definition: Definition }) {
  const { run, isPending } = useRunNow();
  const { guid, name } = definition;
  const icon = <IconPlayerPlay size={14} aria-hidden />;
  if (!hasCriteria(definition))
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={icon}
        renderRoot={(props) => (
          <Link {...props} to="/definitions/$definition" params={{ definition: guid }} hash="run" />
        )}
        aria-label={t('runNamedWith', { name })}
      >
        {t('runWith')}
      </Button>
    );
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={icon}
      loading={isPending}
      aria-label={t('runNamed', { name })}
      onClick={() => {
        run({ guid });
      }}
    >
      {t('runNow')}
    </Button>
  );
}
