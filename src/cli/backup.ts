import path from 'node:path';
import { Command } from 'commander';
import { OperatorError } from '../kernel/errors.ts';
import { addSettings, DATA_SETTINGS, withData } from './options.ts';
import { formatBytes, formatTable } from './output.ts';

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
          const { madeAt, tables, files, missing } = manifest;
          progress.done(`Backed up into ${dir}.`);
          output.json({
            backup: dir,
            summary: {
              madeAt,
              tables: rowsOf(tables),
              files: { count: files.length, bytes: bytesOf(files), expired, missing },
            },
          });
          output.line(
            formatTable(
              ['TABLE', 'ROWS'],
              tables.map(({ name, rows }) => [name, String(rows)]),
            ),
          );
          output.line(`files: ${files.length}, ${formatBytes(bytesOf(files))}`);
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

/** Rows by table. */
export function rowsOf(tables: readonly { name: string; rows: number }[]): Record<string, number> {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}

export function bytesOf(files: readonly { sizeBytes: number }[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
