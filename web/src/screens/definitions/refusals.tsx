import { Alert, List } from '@mantine/core';
import { t } from './texts.ts';

interface RefusalsProps {
  readonly messages: readonly string[];
  readonly title?: string;
}

/** What the server refuses, in its words, where it belongs. */
export function Refusals({ messages, title = t('notSaved') }: RefusalsProps) {
  if (messages.length === 0) return null;
  return (
    <Alert role="alert" color="red" variant="light" title={title}>
      <List size="sm">
        {messages.map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
