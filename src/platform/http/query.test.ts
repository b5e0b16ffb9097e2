import { describe, expect, it } from 'vitest';
import { violation, WaybillError, type Violation } from '../../kernel/errors.ts';
import { formatZulu } from '../../kernel/time.ts';
import { RUN_STATUSES } from '../../kernel/vocabulary.ts';
import {
  booleanParameter,
  dateTimeParameter,
  integerParameter,
  optionParameter,
  pageOf,
  PAGING_PARAMETERS,
  parseQueryString,
  readQuery,
  textParameter,
} from './query.ts';

const PARAMETERS = {
  name: textParameter('a text'),
  from: dateTimeParameter('a date-time'),
  latestCompleted: booleanParameter('a switch'),
  status: optionParameter(RUN_STATUSES, 'an option'),
  number: integerParameter(1, violation('invalidRunNumber'), 'a number'),
  ...PAGING_PARAMETERS,
};

const read = (query: string) => readQuery(PARAMETERS, parseQueryString(query));

function problemsOf(query: string): readonly Violation[] {
  try {
    read(query);
  } catch (error) {
    if (error instanceof WaybillError) return error.violations;
    throw error;
  }
  return [];
}

describe('readQuery', () => {
  it.each<[string, object]>([
    ['', {}],
    ['name=a', { name: 'a' }],
    ['name=', { name: '' }],
    ['name', { name: '' }],
    ['name=a%20b+c%2Bd%25', { name: 'a b c+d%' }],
    ['%20name%20=%20a%20', { name: 'a' }],
    ['name=%zz', { name: '%zz' }],
    ['name=%FF', { name: '\ufffd' }],
    ['name=a=b', { name: 'a=b' }],
    ['name=%F0%9F%98%80', { name: '😀' }],
    ['status=complete', { status: 'COMPLETE' }],
    ['status=Running&latestCompleted=false', { status: 'RUNNING', latestCompleted: false }],
    ['number=1', { number: 1 }],
    ['number=2147483647', { number: 2_147_483_647 }],
    ['offset=0&limit=400', { offset: 0, limit: 400 }],
    ['limit=1', { limit: 1 }],
  ])('reads %j', (query, values) => {
    expect(read(query)).toEqual(values);
  });

  it.each([
    '2020-03-09T21:18:46Z',
    '2020-03-09T21:18:46.500Z',
    '"2020-03-09T21:18:46Z"',
    '%222020-03-09T21:18:46Z%22',
    '+2020-03-09T21:18:46Z+',
    '%22+2020-03-09T21:18:46Z+%22',
  ])('reads the date-time %s', (text) => {
    expect(formatZulu(read(`from=${text}`).from!)).toBe('2020-03-09T21:18:46Z');
  });

  it.each<readonly [string, Violation]>([
    ['nothing=1', violation('notSearchable', 'nothing')],
    ['Name=a', violation('notSearchable', 'Name')],
    ['=a', violation('notSearchable', '')],
    ['__proto__=a', violation('notSearchable', '__proto__')],
    ['toString=a', violation('notSearchable', 'toString')],
    ['constructor=a', violation('notSearchable', 'constructor')],
    ['name=a&name=a', violation('invalidValue', 'name')],
    ['name=a%00b', violation('invalidValue', 'name')],
    ['from=2020-03-09', violation('invalidDateTime', '2020-03-09')],
    ['from=2020-03-09T21:18:46%2B01:00', violation('invalidDateTime', '2020-03-09T21:18:46+01:00')],
    ['from=', violation('invalidDateTime', '')],
    ['from=2020-02-30T00:00:00Z', violation('invalidDateTime', '2020-02-30T00:00:00Z')],
    ['latestCompleted=TRUE', violation('invalidBoolean', 'TRUE', 'latestCompleted')],
    ['latestCompleted=1', violation('invalidBoolean', '1', 'latestCompleted')],
    ['latestCompleted', violation('invalidBoolean', '', 'latestCompleted')],
    ['status=DONE', violation('invalidOption', 'DONE', 'status')],
    ['status=', violation('invalidOption', '', 'status')],
    ...['0', '-1', '1.0', '1e3', '', 'x', '2147483648', '99999999999999999999', '١'].map(
      (text) => [`number=${text}`, violation('invalidRunNumber')] as const,
    ),
    ...['-1', '1.5', '', '2147483648', '0x1'].map(
      (text) => [`offset=${text}`, violation('invalidPaging')] as const,
    ),
    ...['0', '401', '-1', '1.5', '', '1000', 'ten'].map(
      (text) => [`limit=${text}`, violation('invalidPaging')] as const,
    ),
  ])('refuses %j', (query, problem) => {
    expect(problemsOf(query)).toEqual([problem]);
  });

  it('tells of every problem at once', () => {
    expect(problemsOf('x=1&from=now&name=a&number=0&latestCompleted=yes')).toEqual([
      violation('notSearchable', 'x'),
      violation('invalidDateTime', 'now'),
      violation('invalidRunNumber'),
      violation('invalidBoolean', 'yes', 'latestCompleted'),
    ]);
  });

  it('says of a limit and an offset that are both wrong what it says of one', () => {
    expect(problemsOf('offset=-1&limit=0')).toEqual([violation('invalidPaging')]);
  });
});

describe('pageOf', () => {
  it('has the defaults of the contract', () => {
    expect(pageOf({})).toEqual({ offset: 0, limit: 20 });
    expect(pageOf({ offset: 5, limit: 7 })).toEqual({ offset: 5, limit: 7 });
  });
});
