import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CustomAttribute } from '../../engine/attributes.ts';
import { isStorable } from '../../kernel/text.ts';
import type { ValueType } from '../../kernel/vocabulary.ts';
import { copyFrom } from '../../platform/db/copy.ts';
import { ensureAttributes } from './attributes-merge.ts';
import { WHOLE_NUMBER_COLUMNS, type BundleFile } from './bundle-files.ts';
import type { BundleSource } from './source.ts';
import { READER_OF_TYPE, readerOfAttribute, wholeNumber } from './cell-values.ts';
import type { CsvRow, PlainRow } from './csv-records.ts';
import { readCsvRows } from './csv-rows.ts';
import type { ImportContext } from './import-context.ts';
import { createRowWriter, plainPattern, type Cell } from './stage-rows.ts';

const PROGRESS_EVERY_ROWS = 5_000;
/** A view has a few dozens, a workspace some hundred attributes; columns are looked up by going through them. */
const MAX_COLUMNS = 2_000;

const SQL_TYPES: Readonly<Record<ValueType, string>> = {
  text: 'text',
  option: 'text',
  number: 'numeric',
  boolean: 'boolean',
  'date-time': 'timestamptz(0)',
};

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
  let cells: readonly Cell[] = [];
  const rows = readCsvRows({
    file: file.fileName,
    content: await source.open(file.fileName),
    problems: context.problems,
    plain: (lineEnd) => plainPattern(cells, lineEnd),
  });
  const first = await rows.next();
  const [header] = first.done === true ? [] : first.value;
  if (header === undefined || !('cells' in header)) {
    await rows.return(undefined);
    context.problems.add(file.fileName, 1, 'the header row is missing');
    return;
  }
  if (header.cells.length > MAX_COLUMNS) {
    await rows.return(undefined);
    context.problems.add(
      file.fileName,
      header.line,
      `there are ${header.cells.length} columns, at most ${MAX_COLUMNS} can be imported`,
    );
    return;
  }
  cells = await readHeader(context, file, renamed(header, file, source));
  if (cells.length === 0) {
    await rows.return(undefined);
    return;
  }
  const own = cells.flatMap(({ header: name, target }) => (target === 'own' ? [`"${name}"`] : []));
  const options = ['FORMAT csv', ...(own.length > 0 ? [`FORCE_NULL (${own.join(', ')})`] : [])];
  const copy = `COPY ${file.stage} (${['line', ...own, 'custom'].join(', ')}) FROM STDIN WITH (${options.join(', ')})`;
  const lines = Readable.from(linesOf(context, file, { cells, rows }));
  await pipeline(lines, copyFrom(client, copy), { signal: context.signal });
  await client.query(`ANALYZE ${file.stage}`);
}

/** The header row, each column by the name of what it stands for. */
interface Header {
  readonly line: number;
  /** Null: the column is left out. */
  readonly names: readonly (string | null)[];
  /** As they stand there. */
  readonly labels: readonly string[];
}

function renamed({ line, cells }: CsvRow, { fileName }: BundleFile, source: BundleSource): Header {
  const names = cells.map((header) =>
    source.columnOf === undefined ? header : source.columnOf(fileName, header),
  );
  return { line, names, labels: cells };
}

/** Whatever stands there. */
const LEFT_OUT: Pick<Cell, 'reader' | 'isRequired' | 'isName' | 'target'> = {
  reader: { read: () => '', expected: 'anything', canonical: undefined },
  isRequired: false,
  isName: false,
  target: 'nowhere',
};

async function readHeader(
  context: ImportContext,
  file: BundleFile,
  { line, names: all, labels }: Header,
): Promise<Cell[]> {
  const names = all.filter((name) => name !== null);
  const own = new Map(file.columns.map((column) => [column.header, column]));
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
  const slots: number[] = [];
  const cells = all.map((header, index): Cell => {
    const label = labels[index] ?? '';
    if (header === null) return { header: '', label, ...LEFT_OUT };
    const isRequired = file.required.includes(header);
    // What stands twice is refused; it is read once.
    const isFirst = all.indexOf(header) === index;
    const column = isFirst ? own.get(header) : undefined;
    if (column !== undefined) {
      const whole = WHOLE_NUMBER_COLUMNS.get(header);
      const reader = whole === undefined ? READER_OF_TYPE[column.type] : wholeNumber(whole);
      const isName = column.type === 'text' || column.type === 'option';
      return { header, label, reader, isRequired, isName, target: 'own' };
    }
    const attribute = isFirst ? slotOf(header) : undefined;
    if (attribute !== undefined) slots.push(attribute.slot);
    return {
      header,
      label,
      reader: attribute === undefined ? READER_OF_TYPE.text : readerOfAttribute(attribute),
      isRequired,
      isName: false,
      target: attribute === undefined ? 'nowhere' : { place: slots.length - 1 },
    };
  });
  context.columns.set(file.view, {
    headers: new Set(names),
    slots,
    slotCount: Math.max(0, ...attributes.map(({ slot }) => slot)),
  });
  return cells;
}

interface Rows {
  readonly cells: readonly Cell[];
  readonly rows: AsyncIterable<readonly (CsvRow | PlainRow)[]>;
}

/** What COPY reads, many rows a piece. */
async function* linesOf(
  { problems, onProgress, columns }: ImportContext,
  file: BundleFile,
  { cells, rows }: Rows,
): AsyncGenerator<Buffer> {
  const write = createRowWriter(cells, {
    places: columns.get(file.view)?.slots.length ?? 0,
    onMissing: (line, message) => problems.add(file.fileName, line, message),
    onWrongValue: (line, message) => problems.addValue(file.fileName, line, message),
  });
  let count = 0;
  let told = 0;
  for await (const some of rows) {
    let text = '';
    for (const row of some) text += write(row);
    yield Buffer.from(text);
    count += some.length;
    if (count - told < PROGRESS_EVERY_ROWS) continue;
    onProgress({ phase: 'reading', file: file.fileName, rows: count });
    told = count;
  }
  onProgress({ phase: 'reading', file: file.fileName, rows: count });
}
