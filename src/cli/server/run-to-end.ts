import { WaybillError, type Criteria, type Run, type RunRef } from '../../../client/src/index.ts';
import { EXIT, OperatorError } from '../../kernel/errors.ts';
import type { Connection } from './connect.ts';
import { createRunSteps } from './run-steps.ts';
import { runPathOf } from './runs.ts';

/** A server that does not answer is not waited for when somebody wants to end. */
const ABORT_WITHIN_MS = 5_000;

export interface RunRequest {
  /** GUID of the definition. */
  readonly definition: string;
  readonly criteria?: Criteria;
}

/** Runs a definition and waits for the end of the run. Throws with the run's reason unless it is complete. Interrupted, it aborts the run. */
export async function runToEnd(
  connection: Connection,
  { definition, criteria }: RunRequest,
  label = 'Starting',
): Promise<Run> {
  const { client, output, signal } = connection;
  const progress = output.progress(label);
  try {
    // Not by the signal: a run that was accepted while its answer was on the way would go on without anybody.
    let run = await client.startRun(definition, criteria === undefined ? {} : { criteria });
    const ref = { definition, run: run.guid };
    const stepOf = createRunSteps();
    try {
      signal.throwIfAborted();
      for await (run of client.followRun(ref, { signal })) progress.update(stepOf(run));
    } catch (error) {
      progress.stop();
      if (signal.aborted) throw await abandon(connection, ref, run);
      throw error;
    }
    if (run.files !== undefined) return run;
    throw new OperatorError(
      `The run ended ${run.status}: ${run.waybill?.error?.message ?? 'there are no results'}`,
    );
  } finally {
    progress.stop();
  }
}

/** Nobody waits for the run any more, and with some limits its user could not run anything else: it ends, where the server can end it. */
async function abandon({ client }: Connection, ref: RunRef, { number }: Run): Promise<OperatorError> {
  const signal = AbortSignal.timeout(ABORT_WITHIN_MS);
  try {
    await client.POST('/v1/exports/{guid}/runs/{run}/abort', { params: { path: runPathOf(ref) }, signal });
    return new OperatorError(`Interrupted: run ${number} was aborted.`, EXIT.interrupted);
  } catch (error) {
    const reason = error instanceof WaybillError ? '' : ' The server did not answer.';
    return new OperatorError(
      `Interrupted.${reason} Run ${number} could not be aborted and goes on: waybill runs show ${ref.definition} ${number}`,
      EXIT.interrupted,
    );
  }
}
