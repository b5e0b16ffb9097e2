import { Command } from 'commander';
import { addSettings, DATA_SETTINGS, readInteger, withData } from './options.ts';
import { addWorkspaceOption, openWorkspace, type WorkspaceOption } from './workspace-option.ts';

interface SeedOptions extends WorkspaceOption {
  readonly items: string;
  readonly seed: string;
  readonly loops?: boolean;
}

export function seedCommand(): Command {
  const command = new Command('seed')
    .description('Fill an empty workspace with synthetic records: the same seed and size give the same rows.')
    .requiredOption('--items <number>', 'how many items')
    .option('--seed <number>', 'which of all possible workspaces', '1')
    .option('--loops', 'let some BOMs run in circles');
  return addSettings(addWorkspaceOption(command), DATA_SETTINGS).action((options: SeedOptions) =>
    withData(
      command,
      async (context) => {
        const { data, output, signal } = context;
        const { db } = data.database;
        const workspace = await openWorkspace(context, options);
        const progress = output.progress('seeding');
        try {
          const { seedWorkspace } = await import('../records/seed/seed-workspace.ts');
          const summary = await seedWorkspace({
            db,
            workspaceId: workspace.id,
            items: readInteger(options.items, '--items'),
            seed: readInteger(options.seed, '--seed'),
            loops: options.loops === true,
            signal,
            onProgress: (text) => {
              progress.update(text);
            },
          });
          progress.done(`Seeded workspace ${workspace.id} (${workspace.name}).`);
          output.json({ workspace, summary });
          for (const [kind, count] of Object.entries(summary)) output.line(`${kind}: ${count}`);
        } finally {
          progress.stop();
        }
      },
      { fills: true },
    ),
  );
}
