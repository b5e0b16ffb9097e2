import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  EXPORT_VIEWS,
  FIELD_TYPES,
  REVISION_RULES,
  VALUE_TYPE_OF_FIELD,
  type ValueType,
} from '../../kernel/vocabulary.ts';
import { connectAlone } from '../../platform/db/database.ts';
import { copyTo } from '../../platform/db/copy.ts';
import type { CustomAttribute } from '../attributes.ts';
import type { RunColumn } from '../columns.ts';
import { viewOf } from '../views/index.ts';
import { createSink } from './byte-sink.ts';
import { createRowWriter } from './json-row.ts';

const RUNS = process.env['WAYBILL_TEST_LONG'] === undefined ? 500 : 20_000;

/** A value as the database has it, and as JSON shows it. */
interface Value {
  readonly text: string | null;
  readonly json: unknown;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
  fc.string({
    unit: fc.constantFrom(
      '\\',
      '"',
      '\t',
      '\n',
      '\r',
      '\b',
      '\f',
      '\v',
      'N',
      'n',
      '.',
      ';',
      '\x01',
      '\x1f',
      '\x7f',
      '\x85',
      'ÿ',
      '\u2028',
      '\u2029',
      '€',
      '😀',
    ),
  }),
  fc.constantFrom('', '\\N', '\\.', 'null', 'NULL', '\\\\', '{', '\ufeff'),
);
const asText = anyText.map((text) => ({ text, json: text }));
const decimal = fc.oneof(
  fc.integer().map(String),
  fc.tuple(fc.bigInt(), fc.stringMatching(/^\d{1,12}$/)).map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.constantFrom('0', '-0.000001', '12345678901234567890.123456789', '1e10', '1E-7'),
);
const noNumber = fc.constantFrom(
  'NaN',
  'Infinity',
  '-Infinity',
  '.5',
  '007',
  '1.',
  '+1',
  '0x10',
  '',
  '1,000',
  '\\',
);
const VALUES: Readonly<Record<ValueType, fc.Arbitrary<Value>>> = {
  text: asText,
  option: asText,
  'date-time': fc
    .constantFrom('2026-03-09T21:18:46Z', '0001-01-01T00:00:00Z')
    .map((text) => ({ text, json: text })),
  number: fc.oneof(
    { weight: 5, arbitrary: decimal.map((text) => ({ text, json: JSON.parse(text) as unknown })) },
    noNumber.map((text) => ({ text, json: text })),
  ),
  boolean: fc.boolean().map((json) => ({ text: String(json), json })),
};
const orNull = (value: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 5, arbitrary: value }, fc.constant({ text: null, json: null }));
const list = fc
  .array(
    anyText.map((text) => text.replaceAll(';', ',')),
    { minLength: 1, maxLength: 4 },
  )
  .map((values) => ({ text: values.join(';'), json: values }));

/** A column's place with its value; places come in the order of a walk through a tree, as the views have them. */
interface Field {
  readonly column: RunColumn;
  readonly value: Value;
}

const valueType = fc.constantFrom<ValueType>('text', 'option', 'date-time', 'number', 'boolean');
const step = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/).filter((name) => !(name in {}));
const headerStep = fc.oneof(
  { weight: 4, arbitrary: step },
  fc.constantFrom('größe', '部品', 'a"b', 'a\\b', 'a\u2028b', '😀'),
);

interface Tree {
  readonly branches: readonly { name: string; leaf: Tree | undefined }[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    branches: fc.uniqueArray(
      fc.record({
        name: headerStep,
        leaf: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant(undefined), tie('tree')),
      }),
      {
        selector: ({ name }) => name,
        maxLength: 5,
      },
    ),
  }),
}));

function headersOf({ branches }: Tree, prefix = ''): string[] {
  return branches.flatMap(({ name, leaf }) =>
    leaf === undefined ? [`${prefix}${name}`] : headersOf(leaf, `${prefix}${name}.`),
  );
}

const ownFields: fc.Arbitrary<Field[]> = tree
  .map((one) => headersOf(one))
  .chain((headers) =>
    fc.tuple(
      ...headers.map((header) =>
        valueType.chain((type) =>
          orNull(VALUES[type]).map((value) => ({ column: { header, expression: 'NULL', type }, value })),
        ),
      ),
    ),
  );

const attribute: fc.Arbitrary<CustomAttribute> = fc.record({
  world: fc.constant('ITEMS' as const),
  guid: fc.stringMatching(/^[A-Z0-9]{20}$/),
  name: anyText,
  fieldType: fc.constantFrom(...FIELD_TYPES),
  multiSelect: fc.boolean(),
  possibleValues: fc.constant([]),
  slot: fc.integer({ min: 1, max: 1_000 }),
});
const customField: fc.Arbitrary<Field> = attribute.chain((one) => {
  const type = VALUE_TYPE_OF_FIELD[one.fieldType];
  return orNull(one.multiSelect ? list : VALUES[type]).map((value) => ({
    column: { header: one.guid, expression: 'NULL', type, attribute: one },
    value,
  }));
});
const fields = fc
  .tuple(ownFields, fc.array(customField, { maxLength: 5 }))
  .map(([own, custom]) => [...own, ...custom]);

/** COPY's text format, as PostgreSQL's manual has it. */
const COPY_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};
function copyCell(text: string | null): string {
  return text === null
    ? '\\N'
    : Buffer.from(text.replace(/[\\\b\f\n\r\t\v]/g, (one) => COPY_ESCAPES[one]!)).toString('latin1');
}

/** The document built plainly: objects by path, then the list of custom attributes. */
function expectedOf(all: readonly Field[]): unknown {
  const document: Record<string, unknown> = {};
  for (const { column, value } of all.filter(({ column: { attribute: custom } }) => custom === undefined)) {
    const steps = column.header.split('.');
    let place = document;
    for (const name of steps.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[steps.at(-1)!] = value.json;
  }
  const custom = all.flatMap(({ column, value }) =>
    column.attribute === undefined ? [] : [{ ...column.attribute, value: value.json }],
  );
  if (custom.length === 0) return document;
  return {
    ...document,
    additionalAttributes: custom.map(({ guid, fieldType, name, value }) => ({
      apiName: guid,
      fieldType,
      guid,
      name,
      value,
    })),
  };
}

/** What a writer makes of a line, closed; the bytes before and after the line are none of its business. */
function written(columns: readonly RunColumn[], line: Buffer): string {
  const sink = createSink();
  const around = Buffer.from('x\ty\n');
  const range = { start: around.length, end: around.length + line.length };
  createRowWriter(columns)(Buffer.concat([around, line, around]), range, sink);
  return `${sink.bytes.toString('utf8', 0, sink.length)}}`;
}

function render(all: readonly Field[]): string {
  const line = all.map(({ value }) => copyCell(value.text)).join('\t');
  return written(
    all.map(({ column }) => column),
    Buffer.from(line, 'latin1'),
  );
}

describe('createRowWriter', { timeout: 300_000 }, () => {
  it('gives the document that the columns and values say, in their order', () => {
    fc.assert(
      fc.property(fields, (all) => {
        // As text, so that the order of the fields counts.
        expect(JSON.stringify(JSON.parse(render(all)))).toBe(JSON.stringify(expectedOf(all)));
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['12345678901234567890.123456789', '0.10', '-0', '1e10'])(
    'keeps the number %s to the last digit',
    (text) => {
      const column: RunColumn = { header: 'quantity', expression: 'NULL', type: 'number' };
      expect(render([{ column, value: { text, json: 0 } }])).toBe(`{"quantity":${text}}`);
    },
  );

  it('has null where a row ends early', () => {
    const columns = ['a', 'b.c'].map((header): RunColumn => ({ header, expression: 'NULL', type: 'text' }));
    expect(written(columns, Buffer.from('x'))).toBe('{"a":"x","b":{"c":null}}');
  });

  // A group in two places would be one name twice in an object, and every reader would lose the first.
  it.each(EXPORT_VIEWS.flatMap((name) => REVISION_RULES.map((rule) => [name, rule] as const)))(
    'can nest the columns of %s, %s',
    (name, rule) => {
      const { columns } = viewOf(name, rule);
      const cells = columns.map(({ type }, index) => (type === 'boolean' ? 'true' : String(index)));
      const leaves: unknown[] = [];
      JSON.parse(written(columns, Buffer.from(cells.join('\t'))), (_, value: unknown) => {
        if (typeof value !== 'object') leaves.push(value);
        return value;
      });
      expect(leaves.map(String)).toEqual(cells);
    },
  );
});

describe("PostgreSQL's own COPY", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('is read back as it was stored', async () => {
    const texts = fc.sample(anyText, { numRuns: 1_000, seed: 20260309 });
    const client = await connectAlone(database.connection, 'json test');
    const lines = await (async () => {
      await client.query('CREATE TEMPORARY TABLE cells (position int, value text)');
      await client.query('INSERT INTO cells SELECT * FROM unnest($1::int[], $2::text[])', [
        texts.map((_, index) => index),
        texts,
      ]);
      const chunks = (await Array.fromAsync(
        copyTo(client, 'COPY (SELECT value, NULL FROM cells ORDER BY position) TO STDOUT'),
      )) as Buffer[];
      return Buffer.concat(chunks).toString('latin1').trimEnd().split('\n');
    })().finally(() => client.end());
    const columns = ['value', 'nothing'].map((header): RunColumn => ({
      header,
      expression: header,
      type: 'text',
    }));
    const read = lines.map((line) => JSON.parse(written(columns, Buffer.from(line, 'latin1'))) as unknown);
    expect(read).toEqual(texts.map((value) => ({ value, nothing: null })));
  });
});
