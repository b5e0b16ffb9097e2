// Imported into the server that is fuzzed: SIGUSR2 collects its garbage, so that what is left can be compared.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// The launcher, which has the same settings, is not the server.
if (process.argv[1]?.endsWith('main.ts')) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => collect());
  writeFileSync(process.env.WAYBILL_FUZZ_PID_FILE, String(process.pid));
}
