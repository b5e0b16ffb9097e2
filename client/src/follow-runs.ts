import { openBody } from './body.ts';
import { eventsOf } from './event-stream.ts';
import { Patience } from './patience.ts';
import type { RunPorts } from './runs.ts';
import type { WorkspaceRun } from './shapes.ts';
import { wait } from './wait.ts';

/** So that a server that ends every stream at once is not asked without a pause. */
const PAUSE_MS = 250;

/**
 * The runs of the workspace as they go on: those that have not ended, then each at every change. `undefined`: more has changed than could be
 * told, or the connection was gone for a while; the list says what. A server without this answers with a WaybillError, mostly 404.
 */
export async function* followRuns(
  { url, send, retry }: Pick<RunPorts, 'url' | 'send' | 'retry'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkspaceRun | undefined, never, undefined> {
  const patience = new Patience(retry);
  for (;;) {
    try {
      const { chunks } = await openBody(send, {
        url: `${url}/v1/runs/events`,
        headers: { Accept: 'text/event-stream' },
        signal,
      });
      for await (const data of eventsOf(chunks)) {
        patience.progress();
        const event = JSON.parse(data) as WorkspaceRun | { readonly guid?: undefined };
        yield event.guid === undefined ? undefined : event;
      }
      await wait(PAUSE_MS, signal);
    } catch (error) {
      signal?.throwIfAborted();
      await patience.bear(error, signal);
    }
    yield undefined;
  }
}
