import { Argument, Command } from 'commander';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { placesOf } from './completion/words.ts';
import { zshScript } from './completion/zsh.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
type Shell = keyof typeof SCRIPTS;

/** `waybill completion`: what the shell needs to complete commands, flags and their values. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .description(
      'Print what completes waybill in a shell. bash: source <(waybill completion bash); zsh: the same after compinit; fish: waybill completion fish | source.',
    )
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)));
  return command.action((shell: Shell) => {
    const program = command.parent ?? command;
    process.stdout.write(SCRIPTS[shell](placesOf(program)));
  });
}
