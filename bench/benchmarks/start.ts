import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connectAlone } from '../../src/platform/db/database.ts';
import { prepareBinaries } from '../../src/platform/db/embedded/binaries.ts';
import { CLUSTER_DIR, prepareLocation } from '../../src/platform/db/embedded/location.ts';
import { alternate, type Benchmark } from '../lib/benchmark.ts';
import type { World } from '../lib/world.ts';

const RUN = path.resolve(import.meta.dirname, '../../scripts/run.mjs');
const TRY_EVERY_MS = 5;

/** On an installation that has been started before, nobody else on the machine's mind. */
export const start: Benchmark = {
  name: 'start',
  waybill: 'what `npm start` starts, until it says where it answers',
  baseline: 'the same PostgreSQL on the same data, until it takes a connection',
  async run(context) {
    const world = await context.world('small');
    // Its data is what is wanted; the server itself is started again and again below.
    await world.stop();
    await startWaybill(world);
    const samples = await alternate(
      context,
      () => startWaybill(world),
      () => startPostgres(world),
    );
    return [{ name: 'start', unit: 's', ...samples, target: { compare: 'difference', atMost: 1.2 } }];
  },
};

async function startWaybill({ dir }: World): Promise<number> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, [RUN, 'src/main.ts', 'serve', '--port', '0', '--json'], {
    env: { ...process.env, WAYBILL_DATA: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (/"url": "[^"]+"/.test(said)) break;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  server.kill('SIGTERM');
  await ended;
  if (!said.includes('"url"')) throw new Error(`the server has not started: ${said}`);
  return seconds;
}

async function startPostgres({ dir, connection }: World): Promise<number> {
  const location = await prepareLocation(dir);
  const binaries = await prepareBinaries(location);
  const startedAt = performance.now();
  const server = spawn(
    path.join(binaries.dir, 'bin/postgres'),
    [
      ...['-D', path.join(location.dir, CLUSTER_DIR)],
      ...['-c', `unix_socket_directories=${connection.host}`, '-c', 'listen_addresses='],
    ],
    { cwd: location.dir, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: 'ignore', ...location.runAs },
  );
  const ended = once(server, 'exit');
  const client = await untilConnected(connection);
  const seconds = (performance.now() - startedAt) / 1_000;
  await client.end();
  server.kill('SIGINT');
  await ended;
  return seconds;
}

async function untilConnected(connection: World['connection']): ReturnType<typeof connectAlone> {
  for (;;) {
    const client = await connectAlone(connection, 'bench').catch(() => undefined);
    if (client !== undefined) return client;
    await wait(TRY_EVERY_MS);
  }
}
