import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, define, type Paged } from '../support/api-client.ts';

interface Attribute {
  apiName: string;
  name: string;
  fieldType: string;
  required: boolean;
  creatable: boolean;
  editable: boolean;
  searchable: boolean;
  multiSelect?: boolean;
  maxLength?: number;
  possibleValues?: string[];
}

const served = useServer();

describe.each(['/v1/settings/exports/attributes', '/v1/settings/export/attributes'])(
  'GET %s [API-177, API-178]',
  (path) => {
    async function list(query = ''): Promise<Attribute[]> {
      const { status, text, body } = await served.admin.get<Paged<Attribute>>(`${path}${query}`);
      expect(status, text).toBe(200);
      expect(body.count).toBe(body.results.length);
      return body.results;
    }
    const namesIn = (attributes: readonly Attribute[]): string[] => attributes.map(({ apiName }) => apiName);
    const named = async (apiName: string): Promise<Attribute | undefined> =>
      (await list('?includePossibleValues=true')).find((attribute) => attribute.apiName === apiName);

    it('lists every value of a definition, by its dotted name', async () => {
      const leaves = (value: object, above = ''): string[] =>
        Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
          typeof member === 'object' && member !== null && !Array.isArray(member)
            ? leaves(member, `${above}${name}.`)
            : [above + name],
        );
      expect(namesIn(await list())).toEqual(leaves(await define(served.admin)));
    });

    it('says of each what it is and what can be done with it [API-179]', async () => {
      expect(await named('name')).toEqual({
        apiName: 'name',
        name: 'Name',
        fieldType: 'SINGLE_LINE_TEXT',
        required: true,
        creatable: true,
        editable: false,
        searchable: true,
        maxLength: 100,
      });
      expect(await named('description')).toMatchObject({
        fieldType: 'MULTI_LINE_TEXT',
        required: false,
        creatable: true,
        searchable: true,
        maxLength: 4_000,
      });
      expect(await named('world')).toMatchObject({
        fieldType: 'FIXED_DROP_DOWN',
        required: true,
        searchable: false,
        multiSelect: false,
        possibleValues: ['ITEMS'],
      });
      expect(await named('number')).toMatchObject({
        fieldType: 'INTEGER',
        creatable: false,
        searchable: true,
      });
      expect(await named('creationDateTime')).toMatchObject({
        name: 'Creation Date Time',
        fieldType: 'DATETIME',
        creatable: false,
        searchable: false,
      });
      expect(await named('creator.email')).toMatchObject({
        fieldType: 'SINGLE_LINE_TEXT',
        creatable: false,
        searchable: true,
      });
      expect(await named('criteria')).toMatchObject({
        fieldType: 'CRITERIA',
        required: false,
        creatable: true,
      });
      expect(await named('options.enableNotifications')).toMatchObject({
        fieldType: 'BOOLEAN',
        required: false,
      });
      expect(await named('options.bomLevels')).toMatchObject({
        name: 'Options BOM Levels',
        multiSelect: false,
        possibleValues: ['NONE', 'SINGLE', 'FULL'],
      });
      expect((await named('options.fileContent.supplierItem'))?.possibleValues).toEqual(['NONE', 'ALL']);
      const views = await named('options.exportViews');
      expect(views).toMatchObject({ fieldType: 'FIXED_DROP_DOWN', multiSelect: true, required: false });
      expect(views?.possibleValues).toHaveLength(10);
    });

    it('says what bodies and searches hold to', async () => {
      for (const { apiName, creatable, searchable } of await list()) {
        const body: Record<string, unknown> = { name: 'Test', world: 'ITEMS' };
        const steps = apiName.split('.');
        const last = steps.pop()!;
        let place = body;
        for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
        place[last] ??= 'unlikely';
        const refused = codesOf(await served.admin.post('/v1/exports', body));
        expect(refused.includes(3031), apiName).toBe(!creatable);
        const found = codesOf(await served.admin.get(`/v1/exports?${apiName}=1`));
        expect(found.includes(3019), apiName).toBe(!searchable);
      }
    });

    it('shows possible values only to who asks for them [API-179]', async () => {
      for (const query of ['', '?includePossibleValues=false']) {
        expect((await list(query)).filter(({ possibleValues }) => possibleValues !== undefined)).toEqual([]);
      }
    });

    it('narrows the list [API-180, API-181, API-182, API-183]', async () => {
      const all = await list();
      expect(await list('?creatableOnly=true')).toEqual(all.filter(({ creatable }) => creatable));
      expect(namesIn(await list('?searchableOnly=true'))).toEqual([
        'creator.email',
        'creator.fullName',
        'creator.guid',
        'description',
        'name',
        'number',
      ]);
      expect(namesIn(await list('?searchableOnly=true&creatableOnly=true'))).toEqual(['description', 'name']);
      expect(await list('?editableOnly=true')).toEqual([]);
      expect(await list('?creatableOnly=false&editableOnly=false&searchableOnly=false&world=items')).toEqual(
        all,
      );
    });

    it.each([
      ['?world=FILES', [400, 3006]],
      ['?creatableOnly=yes', [400, 3257]],
      ['?offset=0', [400, 3019]],
      ['?World=ITEMS&editableOnly=1', [400, 3019, 3257]],
    ])('refuses %s', async (query, codes) => {
      expect(codesOf(await served.admin.get(path + query))).toEqual(codes);
    });

    it('without a session: 401', async () => {
      expect((await fetch(served.url + path)).status).toBe(401);
    });
  },
);
