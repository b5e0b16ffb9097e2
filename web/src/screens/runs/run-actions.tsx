import { ActionIcon, Button, Code, CopyButton, Group, Loader, Menu, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconDotsVertical,
  IconDownload,
  IconPlayerStop,
  IconRefresh,
  IconTerminal2,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { t as shared } from '../../lib/texts-shared.ts';
import { contentUrlOf, curlOf, nameOf, useRunDeeds, type NamedRun } from './run-deeds.ts';
import { hasExpired, isOwn, mayAbort } from './run-shapes.ts';
import { STOP_COLOR } from '../../lib/run-status.tsx';
import { t } from './texts.ts';

interface Props {
  readonly named: NamedRun;
  /** Buttons with words, where there is room. */
  readonly isWide?: boolean;
}

/** Download, abort, run again, copy as curl. */
export function RunActions({ named, isWide = false }: Props) {
  const session = useSignedIn();
  const navigate = useNavigate();
  const { abort, again } = useRunDeeds();
  const [isAsking, asking] = useDisclosure(false);
  const [isCurlOpen, curl] = useDisclosure(false);
  const more = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement>(null);
  const dialog = {
    centered: true,
    // An entry of the menu is gone when its dialog closes, and so is the button of a run that has ended meanwhile.
    returnFocus: false,
    onExitTransitionEnd: () => {
      (opener.current?.isConnected === true ? opener.current : more.current)?.focus();
      opener.current = null;
    },
  };
  const name = nameOf(named);
  const canAbort = mayAbort(named.run, session);

  function runAgain(): void {
    again.mutate(named, {
      onSuccess: (run) =>
        void navigate({
          to: '/runs/$definition/$run',
          params: { definition: named.definition.guid, run: run.guid },
        }),
    });
  }

  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <DownloadLink named={named} isWide={isWide} />
      {isWide && canAbort && (
        <Button
          color={STOP_COLOR}
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={(event) => {
            opener.current = event.currentTarget;
            asking.open();
          }}
        >
          {t('abort')}
        </Button>
      )}
      {isWide && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={runAgain}
          loading={again.isPending}
        >
          {t('again')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            ref={more}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('actionsOf', { name })}
          >
            {again.isPending ? <Loader size={16} /> : <IconDotsVertical size={18} aria-hidden />}
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isWide && canAbort && (
            <Menu.Item leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={asking.open}>
              {t('abort')}
            </Menu.Item>
          )}
          {!isWide && (
            <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={runAgain}>
              {t('again')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTerminal2 size={16} aria-hidden />} onClick={curl.open}>
            {t('curl')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isAsking} onClose={asking.close} title={t('abortAsk')} {...dialog}>
        <Text mb="md">{t('abortSays', { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={asking.close} data-autofocus>
            {t('keepRunning')}
          </Button>
          <Button
            color={STOP_COLOR}
            loading={abort.isPending}
            onClick={() => {
              abort.mutate(named, { onSettled: asking.close });
            }}
          >
            {t('abort')}
          </Button>
        </Group>
      </Modal>
      <Modal opened={isCurlOpen} onClose={curl.close} title={t('curlTitle')} size="lg" {...dialog}>
        {isCurlOpen && <Curl named={named} />}
      </Modal>
    </Group>
  );
}

function DownloadLink({ named, isWide }: Required<Props>) {
  const session = useSignedIn();
  const url = contentUrlOf(named);
  const label = t('downloadOf', { name: nameOf(named) });
  if (url === undefined || !isOwn(named.run, session) || hasExpired(named.run)) return null;
  return isWide ? (
    <Button component="a" href={url} download leftSection={<IconDownload size={16} aria-hidden />}>
      {t('download')}
    </Button>
  ) : (
    <ActionIcon component="a" href={url} download variant="subtle" size="lg" aria-label={label}>
      <IconDownload size={18} aria-hidden />
    </ActionIcon>
  );
}

function Curl({ named }: { readonly named: NamedRun }) {
  const command = useQuery({
    queryKey: ['curl', named.run.guid],
    queryFn: () => curlOf(named),
  });
  if (command.isError) return <Failure error={command.error} onRetry={() => void command.refetch()} />;
  if (command.data === undefined) return <Loader aria-label={shared('loading')} />;
  return (
    <Stack>
      <Code block tabIndex={0}>
        {command.data}
      </Code>
      <Text size="sm">{t('curlSays')}</Text>
      <CopyButton value={command.data}>
        {({ copied, copy }) => (
          <Button onClick={copy} data-autofocus>
            {shared(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
