import path from 'node:path';
import { Command } from 'commander';
import { importRecorder } from '../app/administration.ts';
import { addSettings, DATA_SETTINGS, withData } from './options.ts';
import { addWorkspaceOption, openWorkspace, type WorkspaceOption } from './workspace-option.ts';

export function importCommand(): Command {
  const command = new Command('import')
    .description('Import a workspace bundle: all of it, or nothing and every bad row reported.')
    .argument('<bundle>', 'folder or zip');
  return addSettings(addWorkspaceOption(command), DATA_SETTINGS).action(
    (bundle: string, options: WorkspaceOption) =>
      withData(
        command,
        async (context) => {
          const { data, output, signal } = context;
          const workspace = await openWorkspace(context, options);
          const progress = output.progress('reading');
          try {
            const { importBundle } = await import('../records/import/import-bundle.ts');
            const summary = await importBundle({
              connection: data.connection,
              workspaceId: workspace.id,
              source: path.resolve(bundle),
              storage: data.storage,
              signal,
              beforeCommit: importRecorder(workspace.id, bundle),
              onProgress: ({ phase, file, rows }) => {
                progress.update(
                  [phase, file, rows === undefined ? undefined : `${rows} rows`].filter(Boolean).join(' '),
                );
              },
            });
            progress.done(`Imported into workspace ${workspace.id} (${workspace.name}).`);
            output.json({ workspace, summary });
            output.table(
              ['KIND', 'CREATED', 'UPDATED', 'UNCHANGED'],
              Object.entries(summary).map(([kind, { created, updated, unchanged }]) => [
                kind,
                String(created),
                String(updated),
                String(unchanged),
              ]),
            );
          } finally {
            progress.stop();
          }
        },
        { fills: true },
      ),
  );
}
