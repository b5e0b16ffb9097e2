import path from 'node:path';
import { Command } from 'commander';
import { printContents, summaryOf } from './backup.ts';
import { addSettings, DATA_SETTINGS, withData } from './options.ts';
import { formatBytes } from './terminal/text.ts';

export function restoreCommand(): Command {
  const command = new Command('restore')
    .description('Bring a backup back, all of it or nothing, into a new data folder or an empty database.')
    .argument('<folder>', 'what `waybill backup` has written');
  return addSettings(command, DATA_SETTINGS).action(async (folder: string) => {
    const dir = path.resolve(folder);
    const { readManifest } = await import('../app/backup/manifest.ts');
    // First: for a folder without a backup no installation is made.
    const manifest = await readManifest(dir);
    await withData(
      command,
      async ({ data, log, output, signal }) => {
        const progress = output.progress('restoring');
        try {
          const { restoreBackup } = await import('../app/backup/restore-backup.ts');
          const { migrated, runsQueued } = await restoreBackup({
            dir,
            manifest,
            data,
            signal,
            onProgress: ({ name, bytes }) => {
              progress.update(`restoring ${name} ${formatBytes(bytes)}`);
            },
            onWarning: (message) => {
              log.warn(message);
            },
          });
          const { madeAt, missing } = manifest;
          progress.done(`Restored the backup of ${madeAt}. Start the server to go on.`);
          output.json({
            backup: dir,
            summary: { ...summaryOf(manifest, { missing }), migrated, runsQueued },
          });
          printContents(output, manifest);
          output.line(`runs queued again: ${runsQueued}`);
          for (const { key } of missing) output.note(`The backup was made without ${key}.`);
        } finally {
          progress.stop();
        }
      },
      { fills: true, migrates: false },
    );
  });
}
