import type { Flag, Place } from './words.ts';

/** A completion script for zsh: as a file _waybill in a folder of $fpath, or sourced after compinit. */
export function zshScript(places: readonly Place[]): string {
  return `#compdef waybill
# zsh completion for waybill. In ~/.zshrc, after compinit: source <(waybill completion zsh)
_waybill() {
  local place=' ' word
  local -a subcommands
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place $word" in
${places
  .filter(({ path }) => path !== '')
  .map(({ path }) => `      (${quote(`  ${path}`)}) place=${quote(`  ${path}`)} ;;`)
  .join('\n')}
    esac
  done
  case "$place" in
${places.map(placeCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _waybill ]; then _waybill "$@"; else compdef _waybill waybill; fi
`;
}

function placeCase({ path, options, subcommands, choices }: Place): string {
  const specs = options.flatMap((one) => one.names.map((name) => optionSpec(name, one)));
  const rest =
    subcommands.length > 0
      ? `'*::command:{_describe command subcommands}'`
      : choices === undefined
        ? `'*:file:_files'`
        : quote(`*:value:(${choices.join(' ')})`);
  return [
    `    (${quote(path === '' ? ' ' : `  ${path}`)})`,
    ...(subcommands.length === 0
      ? []
      : [
          `      subcommands=(${subcommands.map(({ name, description }) => quote(`${name}:${description}`)).join(' ')})`,
        ]),
    `      _arguments -S ${[...specs, rest].join(' \\\n        ')}`,
    '      ;;',
  ].join('\n');
}

function optionSpec(name: string, { description, takesValue, choices }: Flag): string {
  const explained = `${name}[${description.replace(/[[\]\\]/g, '\\$&')}]`;
  if (!takesValue) return quote(explained);
  return quote(`${explained}:value:${choices === undefined ? '_files' : `(${choices.join(' ')})`}`);
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
