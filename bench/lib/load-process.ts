// A process of its own that asks a server for paths over many connections at once: what to do comes as JSON on standard input, what it
// saw goes as JSON to standard output.
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { Load, LoadResult } from './load.ts';

const { url, paths, headers, connections, seconds, warmSeconds } = JSON.parse(
  await text(process.stdin),
) as Load;

/** More would be made ready for seconds, in the time that is measured. */
const PATHS_EACH = 50;

/** Each connection asks for some of the paths in turn, all connections for all of them: what one has just read is not what the others want. */
function askInTurn(): (client: autocannon.Client) => void {
  let start = 0;
  return (client) => {
    const own = Array.from({ length: Math.min(PATHS_EACH, paths.length) }, (_, at) =>
      paths.at((start + at) % paths.length),
    );
    client.setRequests(own.map((path = '/') => ({ path })));
    start += PATHS_EACH;
  };
}

const run = (duration: number): Promise<autocannon.Result> =>
  autocannon({ url, connections, duration, headers, setupClient: askInTurn() });

if (warmSeconds > 0) await run(warmSeconds);
const { requests, latency, errors, timeouts, non2xx } = await run(seconds);
const result: LoadResult = {
  requestsPerS: requests.average,
  p50Ms: latency.p50,
  p99Ms: latency.p99,
  failures: errors + timeouts + non2xx,
};
process.stdout.write(JSON.stringify(result));
