import { styleText } from 'node:util';

export type Style = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

/** What a stream can show. */
export interface Terminal {
  /** A person is looking at it, rather than a file or a program. */
  readonly isTerminal: boolean;
  /** Its width now; undefined where lines may be as long as they like. */
  readonly columns: number | undefined;
  /** Blocks, arrows and `…`: not on the bare Linux console. */
  readonly hasSymbols: boolean;
  /** The text in a colour, or as it is. */
  readonly paint: (style: Style, text: string) => string;
}

/** A terminal that does not tell its width (`script`, some CI) has that of old. */
const USUAL_COLUMNS = 80;

export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  // Of a pipe it is undefined, whatever the type says.
  const isTerminal = (stream.isTTY as boolean | undefined) === true;
  const isColoured = wantsColour(isTerminal);
  return {
    isTerminal,
    get columns() {
      return isTerminal ? stream.columns || USUAL_COLUMNS : undefined;
    },
    hasSymbols: process.env['TERM'] !== 'linux',
    paint: (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** NO_COLOR (https://no-color.org) wins, then FORCE_COLOR; without them a terminal that is not dumb has colours. */
function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}
