import type { Flag, Place } from './words.ts';

/** A completion script for fish. */
export function fishScript(places: readonly Place[]): string {
  return `# fish completion for waybill: waybill completion fish > ~/.config/fish/completions/waybill.fish
function __waybill_place
    set -l place ''
    for word in (commandline -opc)[2..]
        switch "$place $word"
${places
  .filter(({ path }) => path !== '')
  .map(({ path }) => `            case ${quote(` ${path}`)}\n                set place ${quote(` ${path}`)}`)
  .join('\n')}
        end
    end
    test "$place" = "$argv[1]"
end
complete -c waybill -e
${places.flatMap(placeLines).join('\n')}
`;
}

function placeLines({ path, options, subcommands, choices }: Place): string[] {
  const place = path === '' ? '' : ` ${path}`;
  const condition = `complete -c waybill -n ${quote(`__waybill_place ${quote(place)}`)}`;
  return [
    ...subcommands.map(
      ({ name, description }) => `${condition} -f -a ${quote(name)} -d ${quote(description)}`,
    ),
    ...(choices ?? []).map((choice) => `${condition} -f -a ${quote(choice)}`),
    ...options.map((one) => `${condition} ${spellings(one)} -d ${quote(one.description)}${value(one)}`),
  ];
}

const spellings = ({ names }: Flag): string =>
  names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');

function value({ takesValue, choices }: Flag): string {
  if (!takesValue) return '';
  return choices === undefined ? ' -r' : ` -x -a ${quote(choices.join(' '))}`;
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
