import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { STOP_COLOR } from '../../../lib/run-status.tsx';
import { t } from '../texts.ts';
import { Others, refusalOf } from './refusals.tsx';

interface ConfirmProps {
  /** On the button, and on the one that does it. */
  readonly label: string;
  /** For who hears the button alone. */
  readonly spoken?: string;
  readonly title: string;
  readonly hint: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly color?: string;
  /** Does it; `close` is called when that went well. */
  readonly onConfirm: (close: () => void) => void;
  /** By default a small button. */
  readonly trigger?: (open: () => void) => ReactNode;
}

/** Asks before something is done that takes something away. */
export function Confirm(props: ConfirmProps) {
  const { label, spoken = label, title, hint, isBusy, error, color = STOP_COLOR, onConfirm, trigger } = props;
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      {trigger?.(open) ?? (
        <Button size="xs" variant="default" aria-label={spoken} onClick={open}>
          {label}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
        <Stack>
          <Text size="sm">{hint}</Text>
          <Others messages={refusalOf(error, []).others} />
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              color={color}
              loading={isBusy}
              onClick={() => {
                onConfirm(close);
              }}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
