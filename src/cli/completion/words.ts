import type { Command, Option } from 'commander';

/** What may be typed at one place of the program. */
export interface Place {
  /** `runs list`; empty for the program itself. */
  readonly path: string;
  readonly subcommands: readonly Word[];
  readonly options: readonly Flag[];
  /** Of its first argument, where there is a list; undefined: whatever it is, names of files are a help. */
  readonly choices: readonly string[] | undefined;
  readonly takesArguments: boolean;
}

export interface Word {
  readonly name: string;
  readonly description: string;
}

export interface Flag extends Word {
  /** All spellings: `-q`, `--quiet`. */
  readonly names: readonly string[];
  readonly takesValue: boolean;
  readonly choices: readonly string[] | undefined;
}

const HELP: Flag = { ...flag(['-h', '--help'], 'display help for command'), takesValue: false };

/** Every place of a program, the program itself first. Read from the program, so that it cannot drift from it. */
export function placesOf(program: Command): Place[] {
  const version =
    program.version() === undefined ? [] : [flag(['-V', '--version'], 'output the version number')];
  const global = program.options.filter(({ long }) => long !== '--version').map(flagOf);
  return visit(program, [], global).map((place, index) =>
    index === 0 ? { ...place, options: [...version, ...place.options] } : place,
  );
}

function visit(command: Command, path: readonly string[], global: readonly Flag[]): Place[] {
  const isRoot = path.length === 0;
  const own = isRoot ? [] : command.options.filter(({ hidden }) => !hidden).map(flagOf);
  const [first] = command.registeredArguments;
  const names = command.commands.flatMap((one) =>
    [one.name(), ...one.aliases()].map((name) => ({ name, description: summaryOf(one) })),
  );
  return [
    {
      path: path.join(' '),
      subcommands: names,
      options: [...own, ...global, HELP],
      choices: first?.argChoices,
      takesArguments: first !== undefined,
    },
    ...command.commands.flatMap((one) =>
      [one.name(), ...one.aliases()].flatMap((name) => visit(one, [...path, name], global)),
    ),
  ];
}

function flagOf({ short, long, description, argChoices, required, optional }: Option): Flag {
  const names = [short, long].filter((name) => name !== undefined);
  return { ...flag(names, description), takesValue: required || optional, choices: argChoices };
}

function flag(names: readonly string[], description: string): Flag {
  return {
    name: names.at(-1) ?? '',
    names,
    description: firstSentence(description),
    takesValue: false,
    choices: undefined,
  };
}

const summaryOf = (command: Command): string => firstSentence(command.description());

/** A menu has room for little. */
function firstSentence(text: string): string {
  return text.replace(/(?<=\w)[.:] .*$|\.$/s, '');
}
