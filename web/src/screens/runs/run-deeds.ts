import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, messagesOf } from '../../lib/api.ts';
import type { AnyRun } from './run-shapes.ts';
import { t } from './texts.ts';

/** A run and the definition that it is of. */
export interface NamedRun {
  readonly run: AnyRun;
  readonly definition: { readonly guid: string; readonly name: string };
}

export const nameOf = ({ run, definition }: NamedRun): string =>
  t('runName', { name: definition.name, number: String(run.number) });

type RunBody = Parameters<typeof startRun>[1];

const startRun = (guid: string, body: { criteria?: never }) =>
  dataOf(
    api.POST('/v1/exports/{guid}/runs', {
      params: { path: { guid }, query: { view: 'full' }, header: { Prefer: 'respond-async' } },
      body,
    }),
  );

/** What starts the same run once more: criteria of its own only where the definition has none. */
export async function bodyOf({ run, definition }: NamedRun): Promise<RunBody> {
  const { criteria } = await dataOf(
    api.GET('/v1/exports/{guid}', { params: { path: { guid: definition.guid } } }),
  );
  const isDefined = Array.isArray(criteria) && criteria.length > 0;
  return isDefined ? {} : ({ criteria: run.criteria } as RunBody);
}

/** For a terminal; never with the token of this session, which the page cannot read. */
export async function curlOf(named: NamedRun): Promise<string> {
  const body = JSON.stringify(await bodyOf(named)).replaceAll("'", String.raw`'\''`);
  return [
    `curl -X POST '${location.origin}/v1/exports/${named.definition.guid}/runs'`,
    `-H 'arena_session_id: YOUR_TOKEN'`,
    `-H 'Content-Type: application/json'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}

export const contentUrlOf = ({ run, definition }: NamedRun): string | undefined => {
  const file = run.files?.[0];
  return file === undefined
    ? undefined
    : `/v1/exports/${definition.guid}/runs/${run.guid}/files/${file.guid}/content`;
};

function tellFailure(error: unknown): void {
  notifications.show({ color: 'red.9', title: t('failedDeed'), message: messagesOf(error).join(' ') });
}

/** What can be done with a run. Every list of runs is told. */
export function useRunDeeds() {
  const queries = useQueryClient();
  const changed = (): void => {
    void queries.invalidateQueries({ queryKey: ['run'] });
  };
  return {
    abort: useMutation({
      mutationFn: ({ run, definition }: NamedRun) =>
        api.POST('/v1/exports/{guid}/runs/{run}/abort', {
          params: { path: { guid: definition.guid, run: run.guid } },
          body: {},
        }),
      onSuccess() {
        notifications.show({ message: t('aborted') });
        changed();
      },
      onError: tellFailure,
    }),
    again: useMutation({
      mutationFn: async (named: NamedRun) => startRun(named.definition.guid, await bodyOf(named)),
      onError: tellFailure,
      onSuccess: changed,
    }),
  };
}
