import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDurationMs } from './duration.ts';
import {
  distinct,
  ERROR_CATALOGUE,
  EXIT,
  fail,
  failIfAny,
  messageOf,
  OperatorError,
  violation,
  WaybillError,
  type ErrorName,
} from './errors.ts';
import { isStorable } from './text.ts';
import { VERSION } from './version.ts';
import { matchOption, RUN_STATUSES } from './vocabulary.ts';

describe('VERSION', () => {
  it("is package.json's", () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(version);
  });
});

describe('parseDurationMs', () => {
  it.each([
    ['500ms', 500],
    ['0s', 0],
    ['1s', 1_000],
    ['1.5s', 1_500],
    ['0.0004s', 0],
    ['10m', 600_000],
    ['12h', 43_200_000],
    ['60d', 5_184_000_000],
    [' 1s ', 1_000],
    ['007s', 7_000],
  ])('reads %j', (text, milliseconds) => {
    expect(parseDurationMs(text)).toBe(milliseconds);
  });

  it.each([
    '',
    '1',
    's',
    '1S',
    '1 s',
    '-1s',
    '+1s',
    '1e3s',
    '.5s',
    '1.s',
    '1,5s',
    '1s2s',
    '1m30s',
    '1w',
    '١s',
    'Infinityd',
    `${'9'.repeat(400)}d`,
    `${'9'.repeat(17)}ms`,
  ])('refuses %j', (text) => {
    expect(parseDurationMs(text)).toBeUndefined();
  });
});

describe('violation', () => {
  it('fills the arguments in', () => {
    expect(violation('tooLong', 100, 'name')).toEqual({
      name: 'tooLong',
      code: 3101,
      message: 'The length of the value exceeds the maximum length (100) for the attribute "name".',
    });
  });

  it.each(['{0}', '{1}', '$&', '$1', '$`', '\\0', '{0}{1}'])(
    'takes %j for what it is, never for a place to fill',
    (text) => {
      expect(violation('invalidOption', text, text).message).toBe(
        `The specified value "${text}" is not a valid option for the attribute "${text}".`,
      );
    },
  );

  it('leaves nothing to fill for an argument that is missing', () => {
    expect(violation('invalidOption', 'a').message).toBe(
      'The specified value "a" is not a valid option for the attribute "".',
    );
  });

  it.each(Object.keys(ERROR_CATALOGUE) as ErrorName[])('numbers the places of %s without a gap', (name) => {
    const places = [...ERROR_CATALOGUE[name].message.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
    expect([...new Set(places)].sort()).toEqual([...new Set(places)].map((_, index) => String(index)));
    expect(ERROR_CATALOGUE[name].status).toBeGreaterThanOrEqual(400);
  });

  it('is told from every other by its code, but for conflicts, of which each operation has one', () => {
    const CONFLICT = 409;
    const codes = Object.values(ERROR_CATALOGUE).map(({ code }) => code);
    const doubles = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(new Set(doubles)).toEqual(new Set([CONFLICT]));
    const conflicts = Object.values(ERROR_CATALOGUE).filter(({ code }) => code === CONFLICT);
    expect(conflicts.map(({ status }) => status)).toEqual(conflicts.map(() => CONFLICT));
  });
});

describe('WaybillError', () => {
  it('has the status of its first violation and the words of all', () => {
    const error = new WaybillError([violation('noPrivilege'), violation('required', 'a')], {
      'Retry-After': '5',
    });
    expect(error).toMatchObject({ status: 403, headers: { 'Retry-After': '5' } });
    expect(error.message).toContain('"a" is required');
  });

  it('without any violation is a fault of ours', () => {
    expect(new WaybillError([]).status).toBe(500);
  });

  it('is thrown by fail, and by failIfAny when there is anything', () => {
    expect(() => fail('invalidGuid', 'X')).toThrow('The guid "X" is not valid.');
    expect(() => {
      failIfAny([violation('invalidGuid', 'X')]);
    }).toThrow(WaybillError);
    expect(() => {
      failIfAny([]);
    }).not.toThrow();
  });
});

describe('distinct', () => {
  it('has each violation once, in their order', () => {
    const [a, b] = [violation('required', 'a'), violation('required', 'b')];
    expect(distinct([a, b, violation('required', 'a'), b])).toEqual([a, b]);
    expect(distinct([])).toEqual([]);
  });
});

describe('OperatorError and messageOf', () => {
  it('have a text for anything thrown', () => {
    expect(new OperatorError('no').exitCode).toBe(EXIT.failed);
    expect(new OperatorError('no', EXIT.usage).exitCode).toBe(2);
    expect([new Error('a'), 'b', 5, null, undefined].map(messageOf)).toEqual([
      'a',
      'b',
      '5',
      'null',
      'undefined',
    ]);
  });
});

describe('isStorable', () => {
  it.each([
    ['', true],
    ['ü 部品 😀 \u2028 \ufffd', true],
    ['\x01', true],
    ['a\0', false],
    ['\ud800', false],
    ['\udc00a', false],
    ['\udc00\ud800', false],
  ])('%j: %s', (text, expected) => {
    expect(isStorable(text)).toBe(expected);
  });
});

describe('matchOption', () => {
  it.each([
    ['complete', 'COMPLETE'],
    ['Complete', 'COMPLETE'],
    ['COMPLETE', 'COMPLETE'],
    ['COMPLETE ', undefined],
    ['', undefined],
    ['COMPLET', undefined],
  ])('%j: %s', (text, expected) => {
    expect(matchOption(RUN_STATUSES, text)).toBe(expected);
  });
});
