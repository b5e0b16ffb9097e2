// A process of its own that has the embedded PostgreSQL of a data folder open: tells so in a line, leaves at the end of its input.
import { once } from 'node:events';
import { openEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
console.log(JSON.stringify({ startup: postgres.startup, connection: postgres.connection }));
process.stdin.resume();
await once(process.stdin, 'end');
await postgres.close();
