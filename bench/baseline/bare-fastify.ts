// A process of its own: fastify with nothing around it and one query by primary key. Prints its URL; the connection comes as JSON in the
// first argument.
import fastify from 'fastify';
import { openDatabase, type ConnectionSettings } from '../../src/platform/db/database.ts';
import { MAX_CONNECTIONS } from '../../src/app/open.ts';

const { pool } = openDatabase(
  JSON.parse(process.argv[2] ?? '') as ConnectionSettings,
  MAX_CONNECTIONS,
  (error) => {
    throw error;
  },
);
const app = fastify();
app.get<{ Params: { id: string } }>('/answers/:id', async (request, reply) => {
  const { rows } = await pool.query<{ answer: string }>('SELECT answer FROM bench.answers WHERE id = $1', [
    request.params.id,
  ]);
  return reply.type('application/json').send(rows[0]?.answer);
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
