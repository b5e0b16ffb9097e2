import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { callerOf } from '../access/access.contract.ts';
import { fail } from '../kernel/errors.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { RUN_PATH, RUNS_TAG } from './exports.contract.ts';
import { RUN_EXAMPLE } from './exports.examples.ts';
import { presentRun } from './exports.present.ts';
import { getOwnRun, hasEnded, type ExportPorts } from './exports.service.ts';
import { getRun, type RunRow } from './runs.store.ts';

/** Progress is written to the run's row about once a second and told to nobody: it is looked for as often. */
const LOOK_EVERY_MS = 1_000;
/** Proxies close a connection that says nothing for a minute or so. */
const KEEP_ALIVE_MS = 15_000;
/** Of one user at once: each costs the database two small questions a second. */
const MAX_STREAMS = 20;

/** `…/runs/{run}/events`: a run as it goes on, as server-sent events. */
export function registerRunStream(app: HttpServer, ports: ExportPorts): void {
  const closing = new AbortController();
  const streamsOf = new Map<number, number>();
  // A stream would else keep the server from closing until its run has ended.
  app.addHook('preClose', async () => {
    closing.abort();
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run/events',
    id: 'followRun',
    tag: RUNS_TAG,
    summary: 'Follow a run of your own',
    description:
      'Server-sent events: one named `run` now and at every change of its status or progress, its data the run as `?view=full` shows it. The stream ends after the event of the run’s end, or when the session ends.',
    path: RUN_PATH,
    answers: {
      200: {
        description: 'Events, until the run has ended.',
        contentType: 'text/event-stream',
        schema: Type.String(),
        headers: { 'Cache-Control': 'no-store' },
        example: `event: run\ndata: ${JSON.stringify(RUN_EXAMPLE)}\n\n`,
      },
    },
    errors: ['noPrivilege', 'tooManyStreams'],
    handle: async ({ request, reply, params }) => {
      const caller = callerOf(request);
      const run = await getOwnRun(ports, caller, {
        definitionGuid: params.guid,
        runGuid: params.run,
      });
      // The stream may be cut short by the server's end, which a connection kept alive would hold up.
      void reply.type('text/event-stream').headers({ 'Cache-Control': 'no-store', Connection: 'close' });
      if (request.method === 'HEAD') return reply.send();
      const signal = AbortSignal.any([closing.signal, hangUpSignal(reply)]);
      // Its 'close' has come already: nothing would take it from the count.
      if (signal.aborted) return reply.send();
      const open = streamsOf.get(caller.userId) ?? 0;
      if (open >= MAX_STREAMS) fail('tooManyStreams', MAX_STREAMS);
      streamsOf.set(caller.userId, open + 1);
      reply.raw.once('close', () => {
        const left = (streamsOf.get(caller.userId) ?? 1) - 1;
        if (left > 0) streamsOf.set(caller.userId, left);
        else streamsOf.delete(caller.userId);
      });
      return reply.send(
        Readable.from(eventsOf(ports, run, { signal, isAllowed: () => request.isLoggedIn() })),
      );
    },
  });
}

interface Audience {
  readonly signal: AbortSignal;
  readonly isAllowed: () => Promise<boolean>;
}

/** Ends with the run, or when nobody may or wants to see more of it. */
async function* eventsOf(
  ports: ExportPorts,
  run: RunRow,
  { signal, isAllowed }: Audience,
): AsyncGenerator<string> {
  let wake: () => void = () => undefined;
  const stop = (): void => wake();
  const unsubscribe = ports.events.subscribe(run.id, stop);
  signal.addEventListener('abort', stop);
  try {
    let last = '';
    let lastAt = Date.now();
    for (let current = run; !signal.aborted; current = await getRun(ports.db, run.id)) {
      const data = JSON.stringify(presentRun(current, true));
      if (data !== last || Date.now() - lastAt >= KEEP_ALIVE_MS) {
        yield data === last ? ': still there\n\n' : `event: run\ndata: ${data}\n\n`;
        last = data;
        lastAt = Date.now();
      }
      if (hasEnded(current.status)) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (!(await isAllowed())) return;
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}
