import type { Flag, Place } from './words.ts';

/** A completion script for bash 3.2 and later; it needs no bash-completion. */
export function bashScript(places: readonly Place[]): string {
  return `# bash completion for waybill. In ~/.bashrc: source <(waybill completion bash)
_waybill() {
  local current previous path word place options subcommands values
  current=\${COMP_WORDS[COMP_CWORD]}
  previous=\${COMP_WORDS[COMP_CWORD-1]}
  path=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${places
  .filter(({ path }) => path !== '')
  .map(({ path }) => `      ' ${path}') path=' ${path}' ;;`)
  .join('\n')}
    esac
  done
  values=-
  case "$path" in
${places.map(placeCase).join('\n')}
  esac
  if [ "$values" = files ]; then
    COMPREPLY=($(compgen -f -- "$current"))
  elif [ "$values" != - ]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
  elif [ "\${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [ -n "$subcommands" ]; then
    COMPREPLY=($(compgen -W "$subcommands" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -o bashdefault -F _waybill waybill
`;
}

function placeCase({ path, options, subcommands, choices }: Place): string {
  const names = options.flatMap((one) => one.names).join(' ');
  const words = [...subcommands.map(({ name }) => name), ...(choices ?? [])].join(' ');
  const valued = options.filter(({ takesValue }) => takesValue);
  return [
    `    '${path === '' ? '' : ` ${path}`}')`,
    `      options='${names}'`,
    `      subcommands='${words}'`,
    ...(valued.length === 0 ? [] : ['      case "$previous" in', ...valued.map(valueCase), '      esac']),
    '      ;;',
  ].join('\n');
}

function valueCase({ names, choices }: Flag): string {
  return `        ${names.join('|')}) values=${choices === undefined ? 'files' : `'${choices.join(' ')}'`} ;;`;
}
