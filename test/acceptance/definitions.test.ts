import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  ONE_ITEM,
  type Answer,
  type Api,
  type Definition,
  type ErrorBody,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, useServer } from '../support/acceptance.ts';
import { ALL_VIEWS } from '../support/view-records.ts';

const ZULU = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const GUID = /^[A-Z0-9]{20}$/;
const DEFAULTS = {
  bomLevels: 'NONE',
  exportViews: ['SPECS'],
  fileContent: { item: 'NONE', supplierItem: 'NONE' },
  header: 'apiName',
  revisionStatus: 'LATEST',
  format: 'csv',
  enableNotifications: false,
};

const served = useServer();
let api: Api;

beforeAll(() => {
  api = served.admin;
});

const create = (body: unknown): Promise<Answer<Definition>> => api.post('/v1/exports', body);
const optionsOf = async (options: unknown): Promise<Record<string, unknown>> =>
  (await define(api, { options })).options;

describe('POST /v1/exports', () => {
  it('answers 201 with the definition, its fields in the order of the contract [API-2, API-101, API-103]', async () => {
    const body = { name: 'Every part', world: 'ITEMS', criteria: ONE_ITEM, description: 'All of it' };
    const answer = await create(body);
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(
      'creationDateTime creator criteria description guid name number options world'.split(' '),
    );
    expect(Object.keys(answer.body.creator)).toEqual(['email', 'fullName', 'guid']);
    expect(Object.keys(answer.body.options)).toEqual(Object.keys(DEFAULTS));
    expect(answer.body).toEqual({
      ...body,
      options: DEFAULTS,
      number: expect.any(Number) as number,
      creationDateTime: expect.stringMatching(ZULU) as string,
      creator: { email: ADMIN_EMAIL, fullName: 'Administrator', guid: expect.stringMatching(GUID) as string },
      guid: expect.stringMatching(GUID) as string,
    });
  });

  it('numbers definitions 1, 2, 3… per workspace, however many come at once [API-102]', async () => {
    const { number } = await define(api);
    const made = await Promise.all(Array.from({ length: 12 }, () => define(api)));
    expect(made.map((one) => one.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => number + 1 + index),
    );
    expect(new Set(made.map((one) => one.guid)).size).toBe(12);
  });

  it('takes criteria null, [] and absent as none [API-107, CRI-1]', async () => {
    expect((await define(api, { criteria: null })).criteria).toBeNull();
    expect((await define(api, { criteria: [] })).criteria).toEqual([]);
    expect((await create({ name: 'No criteria', world: 'ITEMS' })).body.criteria).toBeNull();
  });

  it('takes null in a field that need not be sent as absent, as client libraries send it', async () => {
    const optional = { description: null, criteria: null, options: null };
    expect((await create({ name: 'Nulls', world: 'ITEMS', ...optional })).body).toMatchObject({
      description: null,
      criteria: null,
      options: DEFAULTS,
    });
    const nulls = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, null]));
    expect(await optionsOf(nulls)).toEqual(DEFAULTS);
    expect(await optionsOf({ ...nulls, fileContent: { item: null, supplierItem: null } })).toEqual(DEFAULTS);
    expect(
      await optionsOf({ bomLevels: 'FULL', format: null, fileContent: { item: 'ALL', supplierItem: null } }),
    ).toEqual({
      ...DEFAULTS,
      bomLevels: 'FULL',
      fileContent: { item: 'ALL', supplierItem: 'NONE' },
    });
    const required = await create({ name: null, world: null, options: null });
    expect(codesOf(required)).toEqual([400, 3001, 3001]);
  });

  it('echoes criteria as received [CRI-2, CRI-4, CRI-9]', async () => {
    const text =
      '[[{"value":"900-00001","operator":"is_equal_to","attribute":"number"},"and",{"attribute":"any","operator":"CONTAINS","value":"é😀"}],"OR",[{"attribute":"isAssembly","operator":"IS_EQUAL_TO","value":true}]]';
    const made = await create({ name: 'Echo', world: 'ITEMS', criteria: JSON.parse(text) as unknown });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body.criteria)).toBe(text);
    expect(JSON.stringify((await api.get<Definition>(`/v1/exports/${made.body.guid}`)).body)).toBe(
      JSON.stringify(made.body),
    );
  });

  it('counts the length of a text in characters: 100 of any kind are a name [API-104, API-105]', async () => {
    expect((await define(api, { name: '😀'.repeat(100) })).name).toBe('😀'.repeat(100));
    expect((await define(api, { description: 'é'.repeat(4_000) })).description).toHaveLength(4_000);
  });
});

describe('options', () => {
  it.each([undefined, {}, { fileContent: {} }, { exportViews: ['SPECS'] }])(
    'have the defaults of views.md: %j [VIE-1, VIE-3, VIE-7, VIE-12, VIE-19, VIE-22]',
    async (options) => {
      expect(await optionsOf(options)).toEqual(DEFAULTS);
    },
  );

  it('are matched without regard to case and echoed in the reference’s case [API-108]', async () => {
    const made = await define(api, {
      world: 'items',
      options: {
        bomLevels: 'full',
        exportViews: ['specs', 'Bom_Substitutes', 'sourcing_supplieritem_files_file_summary'],
        fileContent: { item: 'primary', supplierItem: 'All' },
        header: 'APINAME',
        revisionStatus: 'potential',
        format: 'JSON',
        enableNotifications: true,
      },
    });
    expect(made.world).toBe('ITEMS');
    expect(made.options).toEqual({
      bomLevels: 'FULL',
      exportViews: ['SPECS', 'BOM_SUBSTITUTES', 'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY'],
      fileContent: { item: 'PRIMARY', supplierItem: 'ALL' },
      header: 'apiName',
      revisionStatus: 'POTENTIAL',
      format: 'json',
      enableNotifications: true,
    });
  });

  it('fold duplicate exportViews, an alias and its view among them [VIE-2, VIE-67]', async () => {
    const exportViews = [
      'SPECS',
      'specs',
      'SOURCING_SUPPLIERITEM_SPECS_PROFILE',
      'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
      'BOM',
      'SPECS',
    ];
    expect(await optionsOf({ exportViews })).toMatchObject({
      exportViews: ['SPECS', 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE', 'BOM'],
    });
  });

  it('know ten export views [VIE-2]', async () => {
    const exportViews = ALL_VIEWS;
    expect(exportViews).toHaveLength(10);
    expect(await optionsOf({ exportViews })).toMatchObject({ exportViews });
  });
});

const required = (name: string): [number, string] => [3001, `The attribute "${name}" is required.`];
const invalid = (name: string): [number, string] => [
  3003,
  `The value for the attribute "${name}" is not valid.`,
];
const noOption = (value: string, name: string): [number, string] => [
  3006,
  `The specified value "${value}" is not a valid option for the attribute "${name}".`,
];
const tooLong = (max: number, name: string): [number, string] => [
  3101,
  `The length of the value exceeds the maximum length (${max}) for the attribute "${name}".`,
];
const notCreatable = (name: string): [number, string] => [3031, `The attribute "${name}" is not creatable.`];

describe('every violation', () => {
  it.each<[object, [number, string][]]>([
    [{ name: undefined }, [required('name')]],
    [{ name: '' }, [required('name')]],
    [{ name: ' \t ' }, [required('name')]],
    [{ name: null }, [required('name')]],
    [{ name: 7 }, [invalid('name')]],
    [{ name: ['a'] }, [invalid('name')]],
    [{ name: 'a'.repeat(101) }, [tooLong(100, 'name')]],
    [{ name: 'a\0b' }, [invalid('name')]],
    [{ name: '\ud800' }, [invalid('name')]],
    [{ description: 'a'.repeat(4_001) }, [tooLong(4_000, 'description')]],
    [{ description: 5 }, [invalid('description')]],
    [{ description: 'a\0b' }, [invalid('description')]],
    [{ world: undefined }, [required('world')]],
    [{ world: 'QUALITY' }, [noOption('QUALITY', 'world')]],
    [{ world: 5 }, [invalid('world')]],
    [{ options: 'all' }, [invalid('options')]],
    [{ options: [] }, [invalid('options')]],
    [{ options: { bomLevels: 'TWO' } }, [noOption('TWO', 'options.bomLevels')]],
    [{ options: { bomLevels: 2 } }, [invalid('options.bomLevels')]],
    [{ options: { exportViews: [] } }, [invalid('options.exportViews')]],
    [{ options: { exportViews: Array(101).fill('SPECS') } }, [invalid('options.exportViews')]],
    [{ options: { exportViews: 'SPECS' } }, [invalid('options.exportViews')]],
    [{ options: { exportViews: ['SPECS', 'NOPE'] } }, [noOption('NOPE', 'options.exportViews')]],
    [{ options: { exportViews: [5] } }, [invalid('options.exportViews')]],
    [{ options: { fileContent: 'ALL' } }, [invalid('options.fileContent')]],
    [{ options: { fileContent: { item: 'SOME' } } }, [noOption('SOME', 'options.fileContent.item')]],
    [
      { options: { fileContent: { supplierItem: 'PRIMARY' } } },
      [invalid('options.fileContent.supplierItem')],
    ],
    [
      { options: { fileContent: { supplierItem: 'primary' } } },
      [invalid('options.fileContent.supplierItem')],
    ],
    [{ options: { header: 'label' } }, [noOption('label', 'options.header')]],
    [{ options: { revisionStatus: 'OLD' } }, [noOption('OLD', 'options.revisionStatus')]],
    [{ options: { format: 'xml' } }, [noOption('xml', 'options.format')]],
    [{ options: { enableNotifications: 'yes' } }, [invalid('options.enableNotifications')]],
    [{ colour: 'red' }, [notCreatable('colour')]],
    [{ guid: 'A'.repeat(20) }, [notCreatable('guid')]],
    [{ number: 1 }, [notCreatable('number')]],
    [{ creator: {} }, [notCreatable('creator')]],
    [{ creationDateTime: '2020-03-09T21:18:43Z' }, [notCreatable('creationDateTime')]],
    [{ Name: 'case matters' }, [notCreatable('Name')]],
    [{ options: { colour: 'red' } }, [notCreatable('options.colour')]],
    [{ options: { fileContent: { vendorItem: 'ALL' } } }, [notCreatable('options.fileContent.vendorItem')]],
    [{ criteria: 'number = 1' }, [invalid('criteria')]],
    [{ criteria: {} }, [invalid('criteria')]],
    [{ criteria: [[], 'XOR', []] }, [invalid('criteria')]],
    [{ criteria: [[...ONE_ITEM[0]!, 'AND']] }, [invalid('criteria')]],
  ])(
    'is told by its code and its attribute: %j [API-48, API-49, API-51, API-52, API-60, API-104, API-105, API-106, VIE-18, CRI-5]',
    async (change, errors) => {
      const answer = await create({ name: 'Test', world: 'ITEMS', ...change });
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({
        status: 400,
        errors: errors.map(([code, message]) => ({ code, message })),
      });
    },
  );

  it.each([
    [
      { attribute: 'colour', operator: 'CONTAINS', value: 'a' },
      3004,
      'The attribute "colour" is not recognized.',
    ],
    [
      { attribute: 'number', operator: 'IS_BEFORE', value: 'a' },
      3114,
      'The specified operator "IS_BEFORE" is not valid for the attribute "number".',
    ],
    [{ attribute: 'number', operator: 'CONTAINS', value: 5 }, 3003, invalid('number')[1]],
    [{ attribute: 'number', operator: 'CONTAINS' }, 3001, required('value')[1]],
    [
      { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: 'perhaps' },
      3257,
      'The value "perhaps" is not valid for the attribute "isAssembly" of Boolean type.',
    ],
    [
      { attribute: 'creationDateTime', operator: 'IS_AFTER', value: '9 March' },
      4323,
      'The value "9 March" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.',
    ],
    [
      {
        attribute: 'creationDateTime',
        operator: 'IS_BETWEEN',
        value: ['2021-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
      },
      3293,
      'must be in chronological order.',
    ],
    [{ attribute: 'number', operator: 'CONTAINS', value: 'a', weight: 2 }, 3031, notCreatable('weight')[1]],
  ])(
    'in criteria too: %j [API-50, API-62, API-63, API-64, API-66, CRI-10, CRI-11, CRI-12, CRI-13, CRI-14, CRI-15, CRI-16]',
    async (criterion, code, message) => {
      const answer = await create({ name: 'Test', world: 'ITEMS', criteria: [[criterion]] });
      expect(codesOf(answer)).toEqual([400, code]);
      expect((answer.body as unknown as ErrorBody).errors[0]!.message).toContain(message);
    },
  );

  it('that is found is listed, not only the first [API-41]', async () => {
    const answer = await create({
      description: 1,
      world: 'MARS',
      colour: 'red',
      options: { bomLevels: 'TWO', exportViews: ['NOPE'], format: 3 },
      criteria: [
        [
          { attribute: 'colour', operator: 'CONTAINS', value: 'a' },
          'AND',
          { attribute: 'number', operator: 'IS_BEFORE', value: 'a' },
        ],
      ],
    });
    expect(answer.status).toBe(400);
    expect([...codesOf(answer)].sort()).toEqual(
      [3001, 3003, 3003, 3004, 3006, 3006, 3006, 3031, 3114, 400].sort(),
    );
  });

  it('leaves no definition behind', async () => {
    const before = (await api.get<{ count: number }>('/v1/exports')).body.count;
    await create({ name: 'Test', world: 'ITEMS', options: { format: 'xml' } });
    expect((await api.get<{ count: number }>('/v1/exports')).body.count).toBe(before);
  });
});

it.each(['PUT', 'DELETE', 'PATCH'])(
  'definitions are immutable: %s is 405 [API-119, API-120]',
  async (method) => {
    const { guid } = await define(api);
    const answer = await api.send(`/v1/exports/${guid}`, {
      method,
      ...(method !== 'DELETE' && { body: { name: 'Other' } }),
    });
    expect(codesOf(answer)).toEqual([405, 405]);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect((await api.get<Definition>(`/v1/exports/${guid}`)).body.name).toBe('Test');
  },
);
