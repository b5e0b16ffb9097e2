import type { ValueType } from '../../kernel/vocabulary.ts';
import type { RunColumn } from '../columns.ts';

/**
 * Turns rows of COPY's text format into JSON without an object per row: the punctuation and the names of a row are worked out once.
 * Everything is handled as latin1, one character a byte, so that UTF-8 passes through untouched. Cells come as COPY wrote them, still
 * escaped; the row's begin at `first`.
 */
export type RowTemplate = (cells: readonly string[], first: number) => string;

const NULL_CELL = '\\N';

/**
 * A template that gives `{…` for the columns, its last brace left to the caller, who may have more to say; dotted headers nest, and
 * custom attributes stand in `additionalAttributes`.
 */
export function createTemplate(columns: readonly RunColumn[]): RowTemplate {
  const pieces: string[] = [];
  let path: readonly string[] = [];
  let separator = '{';
  const own = columns.filter(({ attribute }) => attribute === undefined);
  for (const { header } of own) {
    const steps = header.split('.');
    const parents = steps.slice(0, -1);
    let shared = 0;
    while (shared < path.length && shared < parents.length && path[shared] === parents[shared]) shared += 1;
    const closing = '}'.repeat(path.length - shared);
    const opening = parents.slice(shared).map((step) => `${latin1(step)}:{`);
    const lead = closing === '' ? separator : `${closing},`;
    pieces.push(`${lead}${opening.join('')}${latin1(steps.at(-1) ?? '')}:`);
    separator = ',';
    path = parents;
  }
  const end = '}'.repeat(path.length);
  const custom = columns.filter(({ attribute }) => attribute !== undefined);
  const customPieces = custom.map(({ attribute }, index) => {
    const { guid, fieldType, name } = attribute ?? { guid: '', fieldType: '', name: '' };
    const fixed = `"apiName":${latin1(guid)},"fieldType":${latin1(fieldType)},"guid":${latin1(guid)},"name":${latin1(name)}`;
    return `${index === 0 ? `${own.length === 0 ? '{' : `${end},`}"additionalAttributes":[` : '},'}{${fixed},"value":`;
  });
  const writers = columns.map(({ type, attribute }) =>
    attribute?.multiSelect === true ? writeList : WRITERS[type],
  );
  const all = [...pieces, ...customPieces];
  const last = own.length === 0 ? '{' : end;
  const tail = customPieces.length > 0 ? '}]' : last;
  return (cells, first) => {
    let json = '';
    for (let index = 0; index < all.length; index += 1) {
      const cell = cells[first + index] ?? NULL_CELL;
      json += all[index] ?? '';
      json += cell === NULL_CELL ? 'null' : (writers[index] ?? writeText)(cell);
    }
    return json + tail;
  };
}

type Writer = (cell: string) => string;

/** What JSON.stringify would not copy as it is, or COPY escapes. */
const NEEDS_CARE = /[\u0000-\u001f"\\]/;

const writeText: Writer = (cell) =>
  NEEDS_CARE.test(cell) ? JSON.stringify(unescapeCell(cell)) : `"${cell}"`;
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Numbers are JSON as PostgreSQL writes them, exact to the last digit; what JSON has no number for (NaN, Infinity) is text. */
const writeNumber: Writer = (cell) => (JSON_NUMBER.test(cell) ? cell : writeText(cell));
const writeBoolean: Writer = (cell) => (cell === 'true' || cell === 'false' ? cell : writeText(cell));
/** Multi-select values, joined by `;` in their canonical text. */
const writeList: Writer = (cell) => JSON.stringify(unescapeCell(cell).split(';'));

const WRITERS: Readonly<Record<ValueType, Writer>> = {
  text: writeText,
  option: writeText,
  'date-time': writeText,
  number: writeNumber,
  boolean: writeBoolean,
};

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** COPY's text format escapes control characters and the backslash; nothing else, and never by number. */
function unescapeCell(cell: string): string {
  return cell.includes('\\')
    ? cell.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)
    : cell;
}

/** A string as JSON, in UTF-8 bytes seen as latin1. */
function latin1(value: string): string {
  return Buffer.from(JSON.stringify(value)).toString('latin1');
}
