import { createClient, UnreachableError, WaybillError } from '../../../client/src/index.ts';
import { t } from './texts-shared.ts';

export { WaybillError as ApiError, type AnswerOf, type RowOf } from '../../../client/src/index.ts';

const listeners = new Set<() => void>();

/** Told when the server knows the session no more. @returns ends it */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The API of the server that the page comes from. The session is in a cookie, which the page cannot read; a refusal is thrown. */
export const api = createClient({
  cookie: true,
  // Whoever looks at a page would rather be told than wait.
  retry: { attempts: 1 },
  onSignedOut() {
    for (const listener of listeners) listener();
  },
});

/** The body of an answer. */
export async function dataOf<Data>(answer: Promise<{ readonly data: Data }>): Promise<Data> {
  return (await answer).data;
}

/** What a person is told of an error: all that the server has found wrong, in its words. */
export function messagesOf(error: unknown): string[] {
  if (error instanceof UnreachableError) return [t('unreachable')];
  if (error instanceof WaybillError && error.errors.length > 0)
    return error.errors.map(({ message }) => message);
  return [t('broken', { message: error instanceof Error ? error.message : String(error) })];
}
