import { Type } from 'typebox';
import { sql, type Database } from '../platform/db/database.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';

export const HEALTH_TAG = 'Health';

/** For who watches over the server. */
export function registerHealth(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: '/health/live',
    id: 'getLiveness',
    tag: HEALTH_TAG,
    summary: 'Whether the process answers',
    isPublic: true,
    path: {},
    answers: { 200: stateAnswer('live') },
    handle: async () => ({ status: 'live' }),
  });
  addOperation(app, {
    method: 'GET',
    url: '/health/ready',
    id: 'getReadiness',
    tag: HEALTH_TAG,
    summary: 'Whether requests will be served, by the database too',
    isPublic: true,
    path: {},
    answers: { 200: stateAnswer('ready') },
    handle: async () => {
      await sql`SELECT 1`.execute(db);
      return { status: 'ready' };
    },
  });
}

function stateAnswer(status: string) {
  return {
    description: 'Yes.',
    schema: Type.Object({ status: Type.String({ enum: [status] }) }),
    example: { status },
  };
}
