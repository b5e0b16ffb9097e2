import path from 'node:path';
import { Command } from 'commander';
import type { Manifest } from '../app/backup/manifest.ts';
import { OperatorError } from '../kernel/errors.ts';
import { addSettings, DATA_SETTINGS, withData } from './options.ts';
import type { Output } from './output.ts';
import { formatBytes } from './terminal/text.ts';

export function backupCommand(): Command {
  const command = new Command('backup')
    .description(
      'Copy all records, runs and files into a folder, as they stand at one moment; the server may run meanwhile.',
    )
    .argument('<folder>', 'empty, or to be made');
  return addSettings(command, DATA_SETTINGS).action((folder: string) =>
    withData(
      command,
      async ({ data, output, signal }) => {
        const dir = path.resolve(folder);
        const progress = output.progress('reading');
        try {
          const { createBackup } = await import('../app/backup/create-backup.ts');
          const { manifest, expired } = await createBackup({
            dir,
            data,
            signal,
            onProgress: ({ name, bytes }) => {
              progress.update(`copying ${name} ${formatBytes(bytes)}`);
            },
          });
          const { missing } = manifest;
          progress.done(`Backed up into ${dir}.`);
          output.json({ backup: dir, summary: summaryOf(manifest, { expired, missing }) });
          printContents(output, manifest);
          for (const key of expired) output.note(`Left out, as its retention is over: ${key}`);
          if (missing.length > 0)
            throw new OperatorError(
              [
                `The backup is whole but for ${missing.length} files, which the storage does not have as they were stored:`,
                ...missing.map(({ key, reason }) => `${key}: ${reason}`),
              ].join('\n'),
            );
        } finally {
          progress.stop();
        }
      },
      { migrates: false },
    ),
  );
}

/** What is in a backup, for `--json`. */
export function summaryOf({ madeAt, tables, files }: Manifest, moreOfFiles: object) {
  return {
    madeAt,
    tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    files: { count: files.length, bytes: bytesOf(files), ...moreOfFiles },
  };
}

/** The same for reading. */
export function printContents(output: Output, { tables, files }: Manifest): void {
  output.table(
    ['TABLE', 'ROWS'],
    tables.map(({ name, rows }) => [name, String(rows)]),
  );
  output.line(`files: ${files.length}, ${formatBytes(bytesOf(files))}`);
}

function bytesOf(files: Manifest['files']): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
