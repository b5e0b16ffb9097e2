import { beginningOf, cutCell, NoRowsError, type Reading, type RowPreview } from './row-preview.ts';

/** Where the rows stand in a document of ours, and how deep: in the document, in the list. */
const LIST = 'results';
const LIST_DEPTH = 2;
/** Of a list nested in a row, such as the BOM of an item, so many objects are kept; the others are counted. */
const KEPT_OBJECTS = 200;

type Cells = ReadonlyMap<string, string>;

/**
 * The first `limit` results of an export's JSON document as rows: nested fields have dotted columns, as in CSV, custom attributes the column
 * of their name, and a list of nested rows is told by its length. What comes after them is not read.
 */
export async function previewJson(content: AsyncIterable<Buffer>, limit: number): Promise<RowPreview> {
  const reading: Reading = { isCut: false };
  const found: Cells[] = [];
  const scanner = createScanner((text) => found.push(cellsOf(text)));
  const decoder = new TextDecoder();
  for await (const chunk of beginningOf(content, reading)) {
    scanner.take(decoder.decode(chunk, { stream: true }));
    if (scanner.state() === 'ended' || found.length > limit) break;
  }
  if (scanner.state() === 'before the list') throw new NoRowsError(`there are no "${LIST}"`);
  const cells = found.slice(0, limit);
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  return {
    columns,
    rows: cells.map((row) => columns.map((column) => row.get(column) ?? null)),
    isComplete: found.length <= limit && !reading.isCut,
  };
}

function cellsOf(text: string): Cells {
  const cells = new Map<string, string>();
  function add(path: string, value: unknown): void {
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every(isAttribute))
        for (const { name, value: one } of value) add(name, one);
      else cells.set(path, cutCell(listed(value)));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) add(path === '' ? key : `${path}.${key}`, one);
    } else if (value !== null)
      cells.set(path, cutCell(typeof value === 'string' ? value : JSON.stringify(value)));
  }
  try {
    add('', JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new NoRowsError(error.message, { cause: error });
  }
  return cells;
}

/** An entry of `additionalAttributes`. */
function isAttribute(entry: unknown): entry is { readonly name: string; readonly value: unknown } {
  if (typeof entry !== 'object' || entry === null) return false;
  return 'apiName' in entry && 'value' in entry && 'name' in entry && typeof entry.name === 'string';
}

/** Values with semicolons between, or how many rows there are: behind those that were kept the scanner says it. */
function listed(values: readonly unknown[]): string {
  const isPlain = values.every((value) => typeof value !== 'object' || value === null);
  if (isPlain && values.length > 0) return values.map(String).join('; ');
  const last = values.at(-1);
  return `[${typeof last === 'number' ? last : values.length}]`;
}

/** What means something inside of a text, and outside. */
const IN_TEXT = /["\\]/g;
const BETWEEN = /["{}[\]]/g;

interface Container {
  readonly isList: boolean;
  objects: number;
}

/**
 * Walks through a document once and hands over the text of each element of its list, shortened: of nested lists only the first objects,
 * and behind them the number of all.
 */
function createScanner(onElement: (text: string) => void) {
  const containers: Container[] = [];
  let state: 'before the list' | 'in the list' | 'ended' = 'before the list';
  let isInText = false;
  let isEscaped = false;
  /** The last text at the document's own depth, which is the key when a colon follows. */
  let key = '';
  let element = '';
  /** How deep the list is whose further objects are left out. */
  let skippedDepth: number | undefined;

  function keep(text: string): void {
    const isInElement = state === 'in the list' && containers.length > LIST_DEPTH;
    if (isInElement && skippedDepth === undefined) element += text;
  }

  /** A piece of a text, up to its end or to a backslash. */
  function inText(piece: string): void {
    keep(piece);
    if (containers.length === 1 && key.length <= LIST.length) key += piece;
  }

  function open(char: string): void {
    const parent = containers.at(-1);
    if (char === '{' && parent?.isList === true) {
      parent.objects += 1;
      const isNested = containers.length > LIST_DEPTH;
      if (isNested && parent.objects > KEPT_OBJECTS) skippedDepth ??= containers.length;
    }
    if (char === '[' && containers.length === 1 && key === LIST) state = 'in the list';
    containers.push({ isList: char === '[', objects: 0 });
    keep(char);
  }

  function close(char: string): void {
    keep(char);
    const closed = containers.pop();
    const depth = containers.length;
    if (skippedDepth !== undefined && depth < skippedDepth) {
      skippedDepth = undefined;
      // A comma stands before it.
      keep(`${closed?.objects ?? 0}]`);
    }
    if (state !== 'in the list') return;
    if (depth === LIST_DEPTH) {
      onElement(element);
      element = '';
    } else if (depth < LIST_DEPTH) state = 'ended';
  }

  function sign(char: string): void {
    if (isInText) {
      isEscaped = char === '\\';
      isInText = isEscaped;
      if (isEscaped) inText(char);
      else keep(char);
    } else if (char === '{' || char === '[') open(char);
    else if (char === '}' || char === ']') close(char);
    else {
      keep(char);
      isInText = true;
      if (containers.length === 1) key = '';
    }
  }

  return {
    state: () => state,
    take(text: string): void {
      for (let at = 0; at < text.length && state !== 'ended';) {
        if (isEscaped) {
          inText(text.charAt(at));
          isEscaped = false;
          at += 1;
          continue;
        }
        // Most characters mean nothing here: what lies between those that do is taken at once.
        const pattern = isInText ? IN_TEXT : BETWEEN;
        pattern.lastIndex = at;
        const found = pattern.test(text) ? pattern.lastIndex - 1 : text.length;
        const piece = text.slice(at, found);
        if (isInText) inText(piece);
        else keep(piece);
        if (found < text.length) sign(text.charAt(found));
        at = found + 1;
      }
    },
  };
}
