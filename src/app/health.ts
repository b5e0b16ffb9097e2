import { sql, type Database } from '../platform/db/database.ts';
import type { HttpServer } from '../platform/http/server.ts';

/** `/health/live`: the process answers. `/health/ready`: requests will be served, the database included. */
export function registerHealth(app: HttpServer, db: Database): void {
  const config = { public: true };
  app.get('/health/live', { config }, () => ({ status: 'live' }));
  app.get('/health/ready', { config }, async () => {
    await sql`SELECT 1`.execute(db);
    return { status: 'ready' };
  });
}
