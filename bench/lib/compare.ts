import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Throws unless each CSV member of a zip is, byte for byte, what psql wrote, but for the names in the header row and the CR before each LF
 * that ends a record (the sample records have none within cells).
 * @param compressed psql's files, by gzip, in the order of the members
 */
export async function compareMembers(zip: string, compressed: readonly string[]): Promise<void> {
  const { stdout } = await execute('unzip', ['-Z1', zip]);
  const names = stdout.trim().split('\n');
  if (names.length !== compressed.length) throw new Error(`${zip} has ${names.join(', ')}`);
  for (const [at, name] of names.entries()) {
    const ours = `unzip -p "$0" '${name}' | tail -n +2 | sed 's/\\r$//' | sha256sum`;
    const theirs = `zcat "$0" | tail -n +2 | sha256sum`;
    const sums = await Promise.all([
      execute('sh', ['-c', ours, zip]),
      execute('sh', ['-c', theirs, compressed[at] ?? '']),
    ]);
    if (sums[0].stdout !== sums[1].stdout) throw new Error(`${name} is not what psql wrote`);
  }
}
