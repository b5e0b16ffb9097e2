import type { Command } from 'commander';
import { createProgram } from '../../src/cli/cli.ts';
import { pageOf, type Page } from './page.ts';

function helpOf(command: Command, path_: string): string[] {
  const name = `${path_}${command.name()}`;
  const help = command
    .createHelp()
    .formatHelp(command, Object.assign(command.createHelp(), { helpWidth: 100 }));
  const text = help.replace(/(WAYBILL_WORKERS, default )\d+/, '$1cores − 1, at least 1').trimEnd();
  return [
    `## ${name}`,
    '',
    '```text',
    text,
    '```',
    '',
    ...command.commands.flatMap((one) => helpOf(one, `${name} `)),
  ];
}

/** Every command's help. */
export function cliPage(): Page {
  return pageOf([
    '# Commands',
    '',
    'Exit codes: 0 done; 1 failed; 2 wrong usage; 3 cannot reach the database, the storage or the server; 130 interrupted.',
    '',
    ...helpOf(createProgram(), ''),
  ]);
}
