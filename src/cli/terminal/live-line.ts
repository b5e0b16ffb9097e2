import type { Terminal } from './terminal.ts';
import { cut, widthOf } from './text.ts';

/** A moment of something under way. */
export interface Step {
  readonly label: string;
  /** How much of it is done, 0 to 1; undefined while nobody knows. */
  readonly share?: number | undefined;
  /** From the most to the least important: on a narrow terminal the last ones are left out. */
  readonly facts?: readonly string[];
}

const SPINNER = { symbols: '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏', plain: '|/-\\' };
const BAR = { symbols: ['█', '░'], plain: ['#', '-'] } as const;
const FRAME_MS = 100;
const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;

const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const CLEAR_LINE = '\r\x1b[2K';

/** The step in one line of text, for where nothing can be drawn. */
export function textOf({ label, share, facts = [] }: Step): string {
  return [label, ...(share === undefined ? [] : [percentOf(share)]), ...facts].join('  ');
}

/** `42 %`; 100 only when it is over. */
function percentOf(share: number): string {
  return `${Math.floor(100 * Math.min(1, Math.max(0, share)))} %`;
}

/** The step as one line that is no wider than the terminal: a bar where there is a share and room for one. */
export function drawStep(step: Step, terminal: Terminal, frame: number): string {
  const { hasSymbols, paint } = terminal;
  // The last column stays empty: some terminals break the line after it.
  const columns = (terminal.columns ?? Infinity) - 1;
  const spinner = hasSymbols ? SPINNER.symbols : SPINNER.plain;
  const lead = spinner.charAt(frame % spinner.length);
  const label = cut(step.label, columns - 2);
  let left = columns - 2 - widthOf(label);
  const parts: string[] = [];
  const add = (text: string): boolean => {
    if (widthOf(text) + 2 > left) return false;
    left -= widthOf(text) + 2;
    parts.push(text);
    return true;
  };
  if (step.share !== undefined) add(percentOf(step.share).padStart(5));
  const hasBar = step.share !== undefined && left >= SHORTEST_BAR + 2;
  const shortest = hasBar ? SHORTEST_BAR + 2 : 0;
  left -= shortest;
  for (const fact of step.facts ?? []) if (!add(fact)) break;
  const bar = hasBar ? [barOf(step.share ?? 0, Math.min(LONGEST_BAR, left + SHORTEST_BAR), terminal)] : [];
  return [`${paint('cyan', lead)} ${label}`, ...bar, ...parts].join('  ');
}

function barOf(share: number, width: number, { hasSymbols, paint }: Terminal): string {
  const [full, empty] = hasSymbols ? BAR.symbols : BAR.plain;
  const filled = Math.floor(width * Math.min(1, Math.max(0, share)));
  return paint('cyan', full.repeat(filled)) + paint('dim', empty.repeat(width - filled));
}

/** One line at the bottom of a terminal, drawn again ten times a second. */
export interface LiveLine {
  show(step: Step): void;
  /** Takes the line away; the cursor is there again. */
  clear(): void;
}

export function createLiveLine(stream: NodeJS.WriteStream, terminal: Terminal): LiveLine {
  let step: Step | undefined;
  let frame = 0;
  const draw = (): void => {
    if (step !== undefined) stream.write(CLEAR_LINE + drawStep(step, terminal, frame));
    frame += 1;
  };
  let timer: NodeJS.Timeout | undefined;
  // A process that ends early leaves a terminal with a cursor.
  const restore = (): void => void stream.write(SHOW_CURSOR);
  return {
    show(now) {
      step = now;
      if (timer !== undefined) return;
      stream.write(HIDE_CURSOR);
      process.once('exit', restore);
      draw();
      timer = setInterval(draw, FRAME_MS).unref();
    },
    clear() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      step = undefined;
      process.off('exit', restore);
      stream.write(CLEAR_LINE + SHOW_CURSOR);
    },
  };
}
