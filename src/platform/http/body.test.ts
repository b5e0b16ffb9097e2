import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { violation, WaybillError } from '../../kernel/errors.ts';
import { createBodyReader, requireValid } from './body.ts';
import { nullable, option, requiredText, text } from './schemas.ts';

const VIEWS = ['SPECS', 'BOM', 'SOURCING'] as const;
const schema = Type.Object(
  {
    name: requiredText(5, 'a required text'),
    description: Type.Optional(nullable(text(3, 'a text or null'))),
    header: option(['apiName', 'name'], { default: 'apiName' }),
    options: Type.Object(
      {
        exportViews: Type.Unsafe<string[]>({
          type: 'array',
          minItems: 1,
          items: option(VIEWS, { aliases: { BILL: 'BOM' } }),
          default: ['SPECS'],
        }),
        content: option(['NONE', 'PRIMARY', 'ALL'], { default: 'NONE', refused: ['PRIMARY'] }),
        loud: Type.Boolean({ default: false }),
      },
      { additionalProperties: false, default: {} },
    ),
  },
  { additionalProperties: false, required: ['name'] },
);
const read = createBodyReader(schema);

const DEFAULTS = { header: 'apiName', options: { exportViews: ['SPECS'], content: 'NONE', loud: false } };

describe('a body that is right', () => {
  it.each<[object, object]>([
    [{ name: 'a' }, { name: 'a', ...DEFAULTS }],
    [
      { name: '12345', description: 'abc' },
      { name: '12345', description: 'abc', ...DEFAULTS },
    ],
    // Characters are code points, not halves of them.
    [{ name: '😀😀😀😀😀' }, { name: '😀😀😀😀😀', ...DEFAULTS }],
    [
      { name: 'a', header: 'APINAME' },
      { name: 'a', ...DEFAULTS },
    ],
    [
      { name: 'a', header: ' Name ' },
      { name: 'a', ...DEFAULTS, header: 'name' },
    ],
    [
      { name: 'a', options: { exportViews: ['specs', 'Bill', 'SOURCING'], content: 'all' } },
      {
        name: 'a',
        ...DEFAULTS,
        options: { exportViews: ['SPECS', 'BOM', 'SOURCING'], content: 'ALL', loud: false },
      },
    ],
  ])('%j', (body, value) => {
    expect(read(body)).toEqual({ value, problems: [] });
  });

  it('has defaults of its own each time', () => {
    const [first, second] = [read({ name: 'a' }).value, read({ name: 'b' }).value];
    first.options.exportViews.push('BOM');
    expect(second.options.exportViews).toEqual(['SPECS']);
    expect(read({ name: 'c' }).value.options.exportViews).toEqual(['SPECS']);
  });
});

describe('null', () => {
  const PLACES = [
    'description',
    'header',
    'options',
    'options.exportViews',
    'options.content',
    'options.loud',
  ];
  const FULL = {
    name: 'a',
    description: 'abc',
    header: 'name',
    options: { exportViews: ['BOM'], content: 'ALL', loud: true },
  };
  /** The body with what `put` makes of each of the places. */
  const change = (
    places: readonly string[],
    put: (parent: Record<string, unknown>, field: string) => void,
  ) => {
    const body: Record<string, unknown> = structuredClone(FULL);
    for (const place of places) {
      const [field, inner] = place.split('.') as [string, string | undefined];
      if (inner === undefined) put(body, field);
      else if (typeof body[field] === 'object' && body[field] !== null)
        put(body[field] as Record<string, unknown>, inner);
    }
    return body;
  };

  it('in fields that need not be sent is as good as nothing, wherever they stand', () => {
    fc.assert(
      fc.property(fc.subarray(PLACES), (places) => {
        const withNulls = change(places, (parent, field) => (parent[field] = null));
        const without = change(places, (parent, field) => Reflect.deleteProperty(parent, field));
        expect(read(withNulls)).toEqual(read(without));
        expect(read(withNulls).problems).toEqual([]);
      }),
    );
  });

  it.each([
    [{ name: null }, [violation('required', 'name')]],
    [{ name: null, header: null, options: { loud: null } }, [violation('required', 'name')]],
    [{ name: 'a', other: null }, [violation('notCreatable', 'other')]],
    [{ name: 'a', options: { quiet: null } }, [violation('notCreatable', 'options.quiet')]],
    // A place in a list is no field.
    [{ name: 'a', options: { exportViews: [null] } }, [violation('invalidValue', 'options.exportViews')]],
  ])('stays wrong elsewhere: %j', (body, problems) => {
    expect(read(body).problems).toEqual(problems);
  });
});

describe('a body that is wrong', () => {
  it.each([
    [{}, [violation('required', 'name')]],
    [undefined, [violation('required', 'name')]],
    [{ name: '' }, [violation('required', 'name')]],
    [{ name: ' \t\n' }, [violation('required', 'name')]],
    [{ name: '123456' }, [violation('tooLong', '5', 'name')]],
    [{ name: 5 }, [violation('invalidValue', 'name')]],
    [{ name: ['a'] }, [violation('invalidValue', 'name')]],
    [{ name: 'a\0b' }, [violation('invalidValue', 'name')]],
    [{ name: 'a\ud800' }, [violation('invalidValue', 'name')]],
    [{ name: 'a', description: '1234' }, [violation('tooLong', '3', 'description')]],
    [{ name: 'a', description: 1 }, [violation('invalidValue', 'description')]],
    [{ name: 'a', other: 1 }, [violation('notCreatable', 'other')]],
    [{ name: 'a', '0': 1 }, [violation('notCreatable', '0')]],
    [{ name: 'a', 'a/b~c': 1 }, [violation('notCreatable', 'a/b~c')]],
    [JSON.parse('{"name":"a","__proto__":1}') as object, [violation('notCreatable', '__proto__')]],
    [{ name: 'a', header: 'title' }, [violation('invalidOption', 'title', 'header')]],
    [{ name: 'a', header: 7 }, [violation('invalidValue', 'header')]],
    [{ name: 'a', options: [] }, [violation('invalidValue', 'options')]],
    [{ name: 'a', options: { quiet: true } }, [violation('notCreatable', 'options.quiet')]],
    [{ name: 'a', options: { loud: 'true' } }, [violation('invalidValue', 'options.loud')]],
    [{ name: 'a', options: { content: 'primary' } }, [violation('invalidValue', 'options.content')]],
    [{ name: 'a', options: { exportViews: [] } }, [violation('invalidValue', 'options.exportViews')]],
    [{ name: 'a', options: { exportViews: 'SPECS' } }, [violation('invalidValue', 'options.exportViews')]],
    [
      { name: 'a', options: { exportViews: ['SPECS', 'X'] } },
      [violation('invalidOption', 'X', 'options.exportViews')],
    ],
    [
      { name: 'a', options: { exportViews: ['X', 'SPECS', 'Y'] } },
      [
        violation('invalidOption', 'X', 'options.exportViews'),
        violation('invalidOption', 'Y', 'options.exportViews'),
      ],
    ],
    [
      { name: 'a', options: { exportViews: ['X', 'X'] } },
      [violation('invalidOption', 'X', 'options.exportViews')],
    ],
  ])('%j', (body, problems) => {
    expect(read(body).problems).toEqual(problems);
  });

  it('is told of every problem', () => {
    const { problems } = read({ name: '', header: 'x', more: 1, options: { loud: 1, exportViews: ['Y'] } });
    const all = [
      violation('required', 'name'),
      violation('invalidOption', 'x', 'header'),
      violation('notCreatable', 'more'),
      violation('invalidValue', 'options.loud'),
      violation('invalidOption', 'Y', 'options.exportViews'),
    ];
    expect(problems).toHaveLength(all.length);
    expect(problems).toEqual(expect.arrayContaining(all));
  });

  it.each([null, [], [{}], 'text', '', 5, 0, true, false])('is malformed when it is %j', (body) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ violations: [violation('malformedRequest')] }) as Error,
    );
  });
});

describe('requireValid', () => {
  it('throws all problems, or gives the value', () => {
    expect(requireValid({ value: 1, problems: [] })).toBe(1);
    const problems = [violation('required', 'a'), violation('required', 'b')];
    expect(() => requireValid({ value: 1, problems })).toThrow(new WaybillError(problems));
  });
});
