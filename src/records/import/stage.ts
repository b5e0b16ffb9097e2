import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CustomAttribute } from '../../engine/attributes.ts';
import { isStorable } from '../../kernel/text.ts';
import type { ValueType } from '../../kernel/vocabulary.ts';
import { arrayLiteral, copyFrom, copyLine } from '../../platform/db/copy.ts';
import { ensureAttributes } from './attributes-merge.ts';
import { WHOLE_NUMBER_COLUMNS, type BundleFile } from './bundle-files.ts';
import type { BundleSource } from './bundle-source.ts';
import { READER_OF_TYPE, readerOfAttribute, readWhole, type CellReader } from './cell-values.ts';
import { readCsvRows, type CsvRow } from './csv-rows.ts';
import type { ImportContext } from './import-context.ts';

const BATCH_BYTES = 256 * 1_024;
const PROGRESS_EVERY_ROWS = 5_000;

const SQL_TYPES: Readonly<Record<ValueType, string>> = {
  text: 'text',
  option: 'text',
  number: 'numeric',
  boolean: 'boolean',
  'date-time': 'timestamptz(0)',
};

/** A column of the file and where its cells go. */
interface Cell {
  readonly header: string;
  readonly read: CellReader;
  readonly isRequired: boolean;
  /** Whether rows can be told apart, or found, by this cell; a number, a moment or a custom attribute names nothing. */
  readonly isName: boolean;
  /** Place among the stage's columns, or the slot of a custom attribute. */
  readonly target: { readonly column: number } | { readonly slot: number };
}

/** Makes the temporary table of a file and fills it with the file's rows, when there is one, every cell checked. */
export async function stageFile(
  context: ImportContext,
  source: BundleSource,
  file: BundleFile,
): Promise<void> {
  const { client } = context;
  const columns = file.columns.map(
    ({ header, type }) => `"${header}" ${WHOLE_NUMBER_COLUMNS.get(header) ?? SQL_TYPES[type]}`,
  );
  await client.query(
    `CREATE TEMPORARY TABLE ${file.stage} (line integer NOT NULL, ${columns.join(', ')}, custom text[]) ON COMMIT DROP`,
  );
  if (!(await source.has(file.fileName))) return;
  const rows = readCsvRows(await source.open(file.fileName), file.fileName, context.problems);
  const first = await rows.next();
  if (first.done === true) {
    context.problems.add(file.fileName, 1, 'the header row is missing');
    return;
  }
  const cells = await readHeader(context, file, first.value);
  if (cells.length === 0) {
    await rows.return(undefined);
    return;
  }
  const lines = Readable.from(linesOf(context, file, { cells, rows }));
  await pipeline(lines, copyFrom(client, `COPY ${file.stage} FROM STDIN`), { signal: context.signal });
  await client.query(`ANALYZE ${file.stage}`);
}

async function readHeader(
  context: ImportContext,
  file: BundleFile,
  { line, cells: names }: CsvRow,
): Promise<Cell[]> {
  const own = new Map(file.columns.map(({ header, type }, column) => [header, { type, column }]));
  const problem = (message: string): void => {
    context.problems.add(file.fileName, line, message);
  };
  for (const header of file.required)
    if (!names.includes(header)) problem(`the column "${header}" is missing`);
  for (const [index, name] of names.entries())
    if (names.indexOf(name) !== index) problem(`the column "${name}" stands twice`);
  const unknown = names.filter((name) => !own.has(name));
  if (unknown.includes('')) problem('a column has no name');
  if (!names.every(isStorable)) {
    problem('the name of a column has a NUL character');
    return [];
  }
  if (file.world === undefined && unknown.length > 0)
    problem(`there is no column "${unknown.join('", "')}" in this view`);
  const attributes =
    file.world === undefined
      ? []
      : await ensureAttributes(
          context,
          file.world,
          unknown.filter((name) => name !== ''),
        );
  const slotOf = (name: string): CustomAttribute | undefined =>
    attributes.find(({ guid }) => guid === name) ?? attributes.find((one) => one.name === name);
  const cells = names.map((header): Cell => {
    const isRequired = file.required.includes(header);
    const column = own.get(header);
    if (column !== undefined) {
      const whole = WHOLE_NUMBER_COLUMNS.get(header);
      const read = whole === undefined ? READER_OF_TYPE[column.type] : readWhole(whole);
      const isName = column.type === 'text' || column.type === 'option';
      return { header, read, isRequired, isName, target: { column: column.column } };
    }
    const attribute = slotOf(header);
    return {
      header,
      read: attribute === undefined ? READER_OF_TYPE.text : readerOfAttribute(attribute),
      isRequired,
      isName: false,
      target: { slot: attribute?.slot ?? 0 },
    };
  });
  const slots = cells.flatMap(({ target }) => ('slot' in target && target.slot > 0 ? [target.slot] : []));
  context.columns.set(file.view, {
    headers: new Set(names),
    slots,
    slotCount: Math.max(0, ...attributes.map(({ slot }) => slot)),
  });
  return cells;
}

/** COPY's text, many rows a piece. */
async function* linesOf(
  { problems, onProgress, columns }: ImportContext,
  file: BundleFile,
  { cells, rows }: { cells: readonly Cell[]; rows: AsyncIterable<CsvRow> },
): AsyncGenerator<Buffer> {
  const slotCount = columns.get(file.view)?.slotCount ?? 0;
  let batch = '';
  let count = 0;
  for await (const row of rows) {
    const values = readRow(row, cells, {
      columns: file.columns.length,
      slots: slotCount,
      onMissing: (message) => problems.add(file.fileName, row.line, message),
      onWrongValue: (message) => problems.addValue(file.fileName, row.line, message),
    });
    if (values !== undefined) batch += copyLine(values);
    if (batch.length > BATCH_BYTES) {
      yield Buffer.from(batch);
      batch = '';
    }
    count += 1;
    if (count % PROGRESS_EVERY_ROWS === 0) onProgress({ phase: 'reading', file: file.fileName, rows: count });
  }
  onProgress({ phase: 'reading', file: file.fileName, rows: count });
  if (batch !== '') yield Buffer.from(batch);
}

interface RowReading {
  readonly columns: number;
  readonly slots: number;
  /** Told why there are no values. */
  readonly onMissing: (message: string) => void;
  /** Told of a value that is left out. */
  readonly onWrongValue: (message: string) => void;
}

/** The values of a row in the stage's order; undefined when it cannot be told what row it is. */
function readRow(
  row: CsvRow,
  cells: readonly Cell[],
  { columns, slots, onMissing, onWrongValue }: RowReading,
): (string | undefined)[] | undefined {
  if (row.cells.length !== cells.length) {
    onMissing(`${cells.length} columns were expected, ${row.cells.length} are there`);
    return undefined;
  }
  const values = new Array<string | undefined>(columns + 2).fill(undefined);
  values[0] = String(row.line);
  let custom: (string | undefined)[] | undefined;
  let isRight = true;
  for (const [index, { header, read, isRequired, isName, target }] of cells.entries()) {
    const text = row.cells[index] ?? '';
    if (text === '') {
      if (isRequired) onMissing(`"${header}" is empty`);
      isRight &&= !isRequired;
      continue;
    }
    const result = read(text);
    if ('expected' in result) {
      const message = `"${header}" is ${quote(text)}: expected ${result.expected}`;
      if (isName || isRequired) onMissing(message);
      else onWrongValue(message);
      isRight &&= !(isName || isRequired);
    } else if ('column' in target) values[target.column + 1] = result.value;
    else (custom ??= new Array<string | undefined>(slots).fill(undefined))[target.slot - 1] = result.value;
  }
  if (custom !== undefined) values[columns + 1] = arrayLiteral(custom);
  return isRight ? values : undefined;
}

const QUOTED_LENGTH = 80;

function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
}
