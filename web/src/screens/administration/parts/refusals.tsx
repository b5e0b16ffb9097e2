import { Alert, List } from '@mantine/core';
import { ApiError, messagesOf } from '../../../lib/api.ts';
import { t } from '../texts.ts';

/** Errors that are about a field although their words do not name it, by their codes. */
const FIELD_OF_CODE: Readonly<Record<number, string>> = { 4430: 'email', 4431: 'email' };

interface Refusal {
  /** By the names of the fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** What is about no field that the form shows. */
  readonly others: readonly string[];
}

/** What the server has found wrong, each beside the field that it is about. */
export function refusalOf(error: unknown, shown: readonly string[]): Refusal {
  if (error === null || error === undefined) return { fields: {}, others: [] };
  if (!(error instanceof ApiError)) return { fields: {}, others: messagesOf(error) };
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const { code, message } of error.errors) {
    const field = FIELD_OF_CODE[code] ?? /attribute "([^"]+)"/.exec(message)?.[1] ?? '';
    if (shown.includes(field)) fields[field] ??= message;
    else others.push(message);
  }
  return { fields, others };
}

export function Others({ messages }: { readonly messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Alert role="alert" color="red" variant="light" title={t('notSaved')}>
      {messages.length === 1 ? (
        messages[0]
      ) : (
        <List size="sm">
          {messages.map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
