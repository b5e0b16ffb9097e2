import { Type } from 'typebox';
import { callerOf } from '../access/access.contract.ts';
import { addOperation, type AnswerDescription } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import {
  createAlarm,
  eventOf,
  KEEP_ALIVE,
  KEEP_ALIVE_MS,
  LOOK_EVERY_MS,
  type Audience,
  type EventStreams,
} from './event-streams.ts';
import { RUN_PATH, RUNS_TAG } from './exports.contract.ts';
import { RUN_EXAMPLE, WORKSPACE_RUN_EXAMPLE } from './exports.examples.ts';
import { presentRun } from './exports.present.ts';
import { getOwnRun, hasEnded, type ExportPorts } from './exports.service.ts';
import { getRun, type RunRow } from './runs.store.ts';
import { createWorkspaceWatch, eventsOfWorkspace } from './workspace-watch.ts';

const EVENTS: AnswerDescription = {
  description: 'Events, until the run has ended.',
  contentType: 'text/event-stream',
  schema: Type.String(),
  headers: { 'Cache-Control': 'no-store' },
  example: eventOf('run', JSON.stringify(RUN_EXAMPLE)),
};

/** Runs as they go on, as server-sent events: one, and all of a workspace. */
export function registerRunStreams(app: HttpServer, ports: ExportPorts, streams: EventStreams): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run/events',
    id: 'followRun',
    tag: RUNS_TAG,
    summary: 'Follow a run of your own',
    description:
      'Server-sent events: one named `run` now and at every change of its status or progress, its data the run as `?view=full` shows it. The stream ends after the event of the run’s end, or when the session ends.',
    path: RUN_PATH,
    answers: { 200: EVENTS },
    errors: ['noPrivilege', 'tooManyStreams'],
    handle: async ({ request, reply, params }) => {
      const run = await getOwnRun(ports, callerOf(request), {
        definitionGuid: params.guid,
        runGuid: params.run,
      });
      return streams.send({ request, reply }, (audience) => eventsOf(ports, run, audience));
    },
  });

  const watch = createWorkspaceWatch(ports);
  addOperation(app, {
    method: 'GET',
    url: '/v1/runs/events',
    id: 'followRuns',
    tag: RUNS_TAG,
    summary: 'Follow all runs of the workspace',
    description:
      'Server-sent events: one named `run` for each run that has not ended, the newest of them, then one at every change of any run’s status or progress, its data the run as `GET /v1/runs?view=full` shows it. Of a run that changes faster than its events are read only the last state is told. `missed`: more has changed than could be told, load the list again. The stream ends with the session. Load the list when the stream is open, and nothing is lost between the two.',
    path: {},
    answers: {
      200: {
        ...EVENTS,
        description: 'Events, until the session ends.',
        example: eventOf('run', JSON.stringify(WORKSPACE_RUN_EXAMPLE)),
      },
    },
    errors: ['tooManyStreams'],
    handle: async ({ request, reply }) => {
      const { workspaceId } = callerOf(request);
      return streams.send({ request, reply }, (audience) =>
        eventsOfWorkspace({ db: ports.db, watch, workspaceId }, audience),
      );
    },
  });
}

/** Ends with the run, or when nobody may or wants to see more of it. */
async function* eventsOf(
  ports: ExportPorts,
  run: RunRow,
  { signal, isAllowed }: Audience,
): AsyncGenerator<string> {
  const alarm = createAlarm();
  const unsubscribe = ports.events.subscribe(run.id, alarm.ring);
  signal.addEventListener('abort', alarm.ring);
  try {
    let last = '';
    let lastAt = Date.now();
    for (let current = run; !signal.aborted; current = await getRun(ports.db, run.id)) {
      const data = JSON.stringify(presentRun(current, true));
      if (data !== last || Date.now() - lastAt >= KEEP_ALIVE_MS) {
        yield data === last ? KEEP_ALIVE : eventOf('run', data);
        last = data;
        lastAt = Date.now();
      }
      if (hasEnded(current.status)) return;
      await alarm.wait(LOOK_EVERY_MS);
      if (!(await isAllowed())) return;
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', alarm.ring);
  }
}
