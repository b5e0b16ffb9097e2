import { WaybillError } from '../../../client/src/index.ts';
import { EXIT, OperatorError } from '../../kernel/errors.ts';
import type { RunStatus } from '../../kernel/vocabulary.ts';
import type { Connection } from './connect.ts';

const NOT_FOUND = 404;

interface Query {
  readonly status?: RunStatus;
  readonly 'export.guid'?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** Runs of all definitions, the newest first. They are ours: a server of the reference alone lists those of one definition. */
export async function readWorkspaceRuns({ client, url, signal }: Connection, query: Query) {
  try {
    return (await client.GET('/v1/runs', { params: { query }, signal })).data;
  } catch (error) {
    if (!(error instanceof WaybillError) || error.status !== NOT_FOUND) throw error;
    throw new OperatorError(
      `${url} lists the runs of one definition only: name it. See: waybill definitions list.`,
      EXIT.usage,
    );
  }
}
