import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { t as shared } from '../../../lib/texts-shared.ts';
import { t } from '../texts.ts';

/** Something that is shown once, such as a password. */
export interface Secret {
  readonly label: string;
  readonly value: string;
}

interface SecretsProps {
  readonly title: string;
  /** Undefined: there is nothing to show. */
  readonly secrets: readonly Secret[] | undefined;
  readonly onClose: () => void;
}

/** What nobody can show again: it stays until it is closed by its button. */
export function Secrets({ title, secrets, onClose }: SecretsProps) {
  return (
    <Modal
      opened={secrets !== undefined}
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert color="yellow" variant="light" icon={<IconKey aria-hidden />}>
          {/* Not the alert's own title, whose yellow is too faint to read. */}
          <Text size="sm" fw={700} mb={4}>
            {t('secretTitle')}
          </Text>
          {t('secretHint')}
        </Alert>
        {secrets?.map(({ label, value }) => (
          <div key={label}>
            <Text size="sm" fw={600}>
              {label}
            </Text>
            <Group wrap="nowrap" gap="xs">
              <Code style={{ flex: 1, overflowWrap: 'anywhere' }} fz="sm" p="xs">
                {value}
              </Code>
              <CopyButton value={value}>
                {({ copied, copy }) => (
                  <Button
                    size="xs"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    aria-label={t('copyNamed', { name: label })}
                    leftSection={
                      copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                    }
                    onClick={copy}
                  >
                    {shared(copied ? 'copied' : 'copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </div>
        ))}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
