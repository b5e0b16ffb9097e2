import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAlone } from '../../platform/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { spreadsheetSafe, type RunColumn } from '../columns.ts';
import type { View } from '../views/view.ts';
import { csvOf } from './csv.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What a spreadsheet would execute, or strip to find it, and what only looks like it; the same text as text and as an option. */
const CELLS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a=1', ' =1', "'=1", '\n=1', '', '==1'];
const VIEW: View = {
  name: 'SPECS',
  columns: [
    { header: 'name', expression: 'v.cell', type: 'text' },
    { header: '=Grade', expression: 'v.cell', type: 'option' },
    { header: '-Cost', expression: '(0 - v.position)', type: 'number' },
    { header: '+Built, again', expression: "'2026-01-31T12:00:00Z'::text", type: 'date-time' },
    { header: '@', expression: "'true'::text", type: 'boolean' },
  ],
  from: `unnest(ARRAY[${CELLS.map((cell) => `'${cell.replaceAll("'", "''")}'`).join(', ')}, NULL]) WITH ORDINALITY AS v (cell, position)`,
  orderBy: 'v.position',
  json: { place: 'item', key: '' },
};

async function written(columns: readonly RunColumn[]): Promise<string> {
  const client = await connectAlone(database.connection, 'test');
  try {
    return Buffer.concat(
      await Array.fromAsync(csvOf(client, { view: VIEW, columns }, () => undefined)),
    ).toString();
  } finally {
    await client.end();
  }
}

describe('cells that begin like a formula', () => {
  it('are written as they are by default, headers included', async () => {
    expect(await written(VIEW.columns)).toBe(
      [
        'name,=Grade,-Cost,"+Built, again",@',
        '=1+1,=1+1,-1,2026-01-31T12:00:00Z,true',
        '+1,+1,-2,2026-01-31T12:00:00Z,true',
        '-1,-1,-3,2026-01-31T12:00:00Z,true',
        '@SUM(A1),@SUM(A1),-4,2026-01-31T12:00:00Z,true',
        '\t=1,\t=1,-5,2026-01-31T12:00:00Z,true',
        '"\r=1","\r=1",-6,2026-01-31T12:00:00Z,true',
        'a=1,a=1,-7,2026-01-31T12:00:00Z,true',
        ' =1, =1,-8,2026-01-31T12:00:00Z,true',
        "'=1,'=1,-9,2026-01-31T12:00:00Z,true",
        '"\n=1","\n=1",-10,2026-01-31T12:00:00Z,true',
        '"","",-11,2026-01-31T12:00:00Z,true',
        '==1,==1,-12,2026-01-31T12:00:00Z,true',
        ',,-13,2026-01-31T12:00:00Z,true',
        '',
      ].join('\r\n'),
    );
  });

  it('get one leading apostrophe when they are to be safe in a spreadsheet: text, options and headers, and nothing else', async () => {
    expect(await written(spreadsheetSafe(VIEW.columns))).toBe(
      [
        `name,'=Grade,'-Cost,"'+Built, again",'@`,
        "'=1+1,'=1+1,-1,2026-01-31T12:00:00Z,true",
        "'+1,'+1,-2,2026-01-31T12:00:00Z,true",
        "'-1,'-1,-3,2026-01-31T12:00:00Z,true",
        "'@SUM(A1),'@SUM(A1),-4,2026-01-31T12:00:00Z,true",
        "'\t=1,'\t=1,-5,2026-01-31T12:00:00Z,true",
        `"'\r=1","'\r=1",-6,2026-01-31T12:00:00Z,true`,
        'a=1,a=1,-7,2026-01-31T12:00:00Z,true',
        ' =1, =1,-8,2026-01-31T12:00:00Z,true',
        "'=1,'=1,-9,2026-01-31T12:00:00Z,true",
        '"\n=1","\n=1",-10,2026-01-31T12:00:00Z,true',
        '"","",-11,2026-01-31T12:00:00Z,true',
        "'==1,'==1,-12,2026-01-31T12:00:00Z,true",
        ',,-13,2026-01-31T12:00:00Z,true',
        '',
      ].join('\r\n'),
    );
  });
});
