import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Type } from 'typebox';
import type { RunEvents } from '../exports/run-events.ts';
import { hasEnded } from '../exports/exports.service.ts';
import { sql, type DatabaseHandle } from '../platform/db/database.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { HEALTH_TAG } from './health.ts';
import { DAMAGED_COUNT } from './scrub.ts';

/** Seconds: from a page of a list to a download of gigabytes. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export interface MetricsPorts {
  readonly database: Pick<DatabaseHandle, 'db' | 'pool'>;
  readonly events: RunEvents;
}

/**
 * `/metrics` in the text format of Prometheus. Numbers of the whole installation and of this process, never of a workspace: anybody who
 * reaches the port may read them. Register it before the routes that it is to count.
 */
export function registerMetrics(app: HttpServer, { database, events }: MetricsPorts): void {
  // Its own, not the library's global one: a process may have several servers, as tests do.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countRequests(app, registry);
  countEndedRuns(app, registry, events);
  const waiting = createQueueGauges(registry, database);

  addOperation(app, {
    method: 'GET',
    url: '/metrics',
    id: 'getMetrics',
    tag: HEALTH_TAG,
    summary: 'Numbers about the server, for Prometheus',
    description: 'The text format of Prometheus, version 0.0.4.',
    isPublic: true,
    path: {},
    answers: {
      200: {
        description: 'Every metric with its help.',
        contentType: 'text/plain; version=0.0.4; charset=utf-8',
        schema: Type.String(),
        example: '# TYPE waybill_runs_waiting gauge\nwaybill_runs_waiting{status="CREATED"} 0\n',
      },
    },
    handle: async ({ reply }) => {
      await waiting.read();
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  });
}

function countRequests(app: HttpServer, registry: Registry): void {
  const durations = new Histogram({
    name: 'waybill_http_request_duration_seconds',
    help: 'Time from a request to the last byte of its answer, by the path that it was routed to.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    // The pattern, not the path: a GUID would make a series of its own. Methods that are no route are anybody's words.
    const { url, method } = request.routeOptions;
    const isRouted = url !== undefined;
    durations.observe(
      {
        method: isRouted ? String(method) : 'other',
        route: url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1_000,
    );
  });
}

function countEndedRuns(app: HttpServer, registry: Registry, events: RunEvents): void {
  const ended = new Counter({
    name: 'waybill_runs_ended_total',
    help: 'Runs of the installation that ended since this process started, by the status they ended with.',
    labelNames: ['status'],
    registers: [registry],
  });
  const stop = events.onChange(({ status }) => {
    // DOWNLOADED comes after an end that was counted.
    if (hasEnded(status) && status !== 'DOWNLOADED') ended.inc({ status });
  });
  app.addHook('onClose', async () => {
    stop();
  });
}

function createQueueGauges(registry: Registry, { db, pool }: MetricsPorts['database']) {
  const registers = [registry];
  const waiting = new Gauge({
    name: 'waybill_runs_waiting',
    help: 'Runs of the installation that have not ended: CREATED in the queue, RUNNING at work.',
    labelNames: ['status'],
    registers,
  });
  const oldest = new Gauge({
    name: 'waybill_oldest_queued_run_age_seconds',
    help: 'How long the oldest run in the queue has waited; 0 when none waits.',
    registers,
  });
  const connections = new Gauge({
    name: 'waybill_database_connections',
    help: 'Of the pool that requests share: open in all, idle, and requests that wait for one.',
    labelNames: ['state'],
    registers,
  });
  const damaged = new Gauge({
    name: 'waybill_damaged_files',
    help: 'Stored files that the scrub found missing or changed when it last read them.',
    registers,
  });
  return {
    async read(): Promise<void> {
      const { rows } = await sql<{ created: number; running: number; age: number; damaged: number }>`
        SELECT count(*) FILTER (WHERE status = 'CREATED')::integer AS created,
               count(*) FILTER (WHERE status = 'RUNNING')::integer AS running,
               coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE status = 'CREATED')), 0)::float8 AS age,
               ${DAMAGED_COUNT} AS damaged
        FROM export_runs WHERE status IN ('CREATED', 'RUNNING')`.execute(db);
      const {
        created,
        running,
        age,
        damaged: files,
      } = rows[0] ?? { created: 0, running: 0, age: 0, damaged: 0 };
      waiting.set({ status: 'CREATED' }, created);
      waiting.set({ status: 'RUNNING' }, running);
      oldest.set(age);
      damaged.set(files);
      connections.set({ state: 'open' }, pool.totalCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'waiting' }, pool.waitingCount);
    },
  };
}
