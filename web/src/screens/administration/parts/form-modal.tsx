import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../texts.ts';
import { Others } from './refusals.tsx';

interface FormModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly submit: string;
  readonly isBusy: boolean;
  /** The form is gone, and the focus is back where it was. */
  readonly onClosed?: () => void;
  /** What is wrong and about no field. */
  readonly others: readonly string[];
  readonly onSubmit: (form: FormData) => void;
  readonly children: ReactNode;
}

/** A form over the page. Escape and Cancel leave everything as it was. */
export function FormModal(props: FormModalProps) {
  const { title, isOpen, onClose, onClosed, submit, isBusy, others, onSubmit, children } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      {...(onClosed !== undefined && { onExitTransitionEnd: onClosed })}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          <Others messages={others} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
