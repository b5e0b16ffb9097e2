import path from 'node:path';
import { Command } from 'commander';
import { chooseWorkspace } from '../access/access.service.ts';
import { importBundle } from '../records/import/import-bundle.ts';
import { addSettings, DATA_SETTINGS, readInteger, withData } from './options.ts';
import { formatTable } from './output.ts';

export function importCommand(): Command {
  const command = new Command('import')
    .description('Import a workspace bundle: all of it, or nothing and every bad row reported.')
    .argument('<bundle>', 'folder or zip')
    .option('--workspace <id>', 'into which workspace');
  return addSettings(command, DATA_SETTINGS).action((bundle: string, options: { workspace?: string }) =>
    withData(command, async ({ data, output, signal }) => {
      const id = options.workspace === undefined ? undefined : readInteger(options.workspace, '--workspace');
      const workspace = await chooseWorkspace(data.database.db, id);
      const progress = output.progress('reading');
      try {
        const summary = await importBundle({
          connection: data.connection,
          workspaceId: workspace.id,
          source: path.resolve(bundle),
          storage: data.storage,
          signal,
          onProgress: ({ phase, file, rows }) => {
            progress.update([phase, file, rows === undefined ? undefined : `${rows} rows`].filter(Boolean).join(' '));
          },
        });
        progress.done(`Imported into workspace ${workspace.id} (${workspace.name}).`);
        output.json({ workspace, summary });
        output.line(
          formatTable(
            ['KIND', 'CREATED', 'UPDATED', 'UNCHANGED'],
            Object.entries(summary).map(([kind, { created, updated, unchanged }]) => [kind, String(created), String(updated), String(unchanged)]),
          ),
        );
      } finally {
        progress.stop();
      }
    }),
  );
}
