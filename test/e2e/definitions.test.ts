import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { define, runToEnd, type Definition, type Paged } from '../support/api-client.ts';
import { expectAccessible, shoot, tabTo, useBrowser, openCommands } from './support/browser.ts';

const served = useServer({
  sample: true,
  env: { WAYBILL_MAX_ITEMS: '75' },
  users: { colleague: { email: 'colleague@example.test' } },
});
const browser = useBrowser(served);
/** The machine may have other things to do. */
const PATIENCE = { timeout: 15_000 };

/** Three criteria in two groups. */
const CRITERIA = [
  [
    { attribute: 'number', operator: 'STARTS_WITH', value: '900-' },
    'AND',
    { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: true },
  ],
  'OR',
  [{ attribute: 'lifecyclePhase.stage', operator: 'IS_IN', value: ['DESIGN'] }],
];
const WHERE = '(number STARTS_WITH 900- AND isAssembly = true) OR (lifecyclePhase.stage IS_IN (DESIGN))';

let model: Definition;
let open: Definition;

beforeAll(async () => {
  model = await define(served.admin, {
    name: 'Model 300, with its BOM',
    description: 'Nightly, for the ERP',
    criteria: [
      [
        { attribute: 'number', operator: 'STARTS_WITH', value: '900-' },
        'AND',
        { attribute: 'creationDateTime', operator: 'IS_BEFORE', value: '2030-01-01T00:00:00Z' },
      ],
      'OR',
      [{ attribute: 'lifecyclePhase.stage', operator: 'IS_IN', value: ['DESIGN', 'RETIRED'] }],
    ],
    options: { exportViews: ['SPECS', 'BOM', 'SOURCING'] },
  });
  await runToEnd(served.admin, model, {});
  open = await define(served.admin, { name: 'Whatever is asked for', criteria: null });
  await define(served.as('colleague'), { name: 'Of a colleague' });
});

const group = (page: Page, place: number) => page.getByRole('group', { name: `Group ${place}`, exact: true });
/** The fields for values, without the lists that they open. */
const value = (scope: Page | Locator) => scope.getByLabel('Value').and(scope.locator('input, select'));
const json = (page: Page) => page.getByLabel('Criteria as JSON');
const jsonIn = async (page: Page): Promise<unknown> => JSON.parse(await json(page).inputValue());
/** How many items a run would match, by the API. */
async function countOf(criteria: unknown): Promise<number> {
  return (await served.admin.post<Paged<unknown>>('/v1/searches/items', { criteria })).body.count;
}
const matches = (page: Page, count: number) =>
  page.getByText(count === 1 ? 'One item matches' : `${count} items match`, { exact: true });

/** Says sooner than the test ends what it waits for. */
async function openPage(address: string): Promise<Page> {
  const page = await browser.openSignedIn(address);
  page.setDefaultTimeout(PATIENCE.timeout);
  return page;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name, exact: true }).click();
}

describe('the list of definitions', () => {
  it('shows how their runs ended, is searched by name, and keeps its filters in the address', async () => {
    const page = await openPage('/definitions');
    const row = page.getByRole('row', { name: /Model 300/ });
    await row.getByText('100 % of 1').waitFor();
    await row.getByText('Complete').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('what');
    await page.getByText('One definition').waitFor();
    expect(new URL(page.url()).searchParams.get('name')).toBe('*what*');
    await page.getByRole('link', { name: 'Whatever is asked for', exact: true }).waitFor();
    await page.reload();
    expect(await page.getByLabel('Search by name').inputValue()).toBe('what');
    await page.getByText('One definition').waitFor();
    await page.getByLabel('Search by name').fill('nothing like this');
    await page.getByRole('heading', { name: 'No definition has this name' }).waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await page.getByText('3 definitions').waitFor();
    await page.getByLabel('Only mine').check();
    await page.getByText('2 definitions').waitFor();
  });

  it('runs a definition now, and goes to the run', async () => {
    const page = await openPage('/definitions');
    await page.getByRole('button', { name: 'Run now: Model 300, with its BOM' }).click();
    await page.waitForURL(`**/runs/${model.guid}/*`);
  });

  it('looks as it should', async () => {
    await browser.lookAtAll('definitions', '/definitions', (page) =>
      page.getByText('3 definitions').waitFor(),
    );
  });
});

describe('a definition', () => {
  it('is told in words, with its latest runs', async () => {
    const page = await openPage(`/definitions/${model.guid}`);
    await page.getByText('starts with').waitFor();
    await page.getByText('is one of').waitFor();
    await page.getByRole('link', { name: 'Run 1', exact: true }).click();
    await page.waitForURL(`**/runs/${model.guid}/*`);
  });

  it('without criteria is run with those of the run', async () => {
    const page = await openPage('/definitions');
    await page.getByRole('link', { name: 'Run with criteria: Whatever is asked for' }).click();
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await choose(page, 'Number');
    await value(page).fill('900-00001');
    await matches(page, 1).waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.waitForURL(`**/runs/${open.guid}/*`);
  });

  it('that is none here is told so', async () => {
    const page = await openPage('/definitions/NOWHERE');
    await page.getByRole('alert').getByText('The guid "NOWHERE" is not valid.').waitFor();
  });

  it('looks as it should', async () => {
    await browser.lookAtAll('definition', `/definitions/${model.guid}`, (page) =>
      page.getByText('Run 1', { exact: true }).waitFor(),
    );
    await browser.lookAtAll('definition-open', `/definitions/${open.guid}`, (page) =>
      page.getByRole('button', { name: 'Add a criterion' }).waitFor(),
    );
  });
});

describe('the builder', () => {
  it('makes a definition of three criteria in two groups, says what matches, and runs it', async () => {
    const page = await openPage('/definitions');
    await page.getByRole('link', { name: 'New definition' }).click();
    await page.getByLabel('Name').fill('Built');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await choose(page, 'Number');
    await group(page, 1).getByLabel('Operator').selectOption('starts with');
    await value(group(page, 1)).fill('900-');
    await matches(page, await countOf([[CRITERIA[0]![0]]])).waitFor();
    await page.getByRole('button', { name: 'Add a criterion to group 1' }).click();
    await page.keyboard.type('is assembly');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.keyboard.type('stage');
    await choose(page, 'Lifecycle Phase Stage');
    await page.getByLabel('Group 2 is joined by').selectOption('or');
    await group(page, 2).getByLabel('Operator').selectOption('is one of');
    await value(group(page, 2)).fill('desi');
    await choose(page, 'DESIGN');
    await page.keyboard.press('Escape');
    expect(await jsonIn(page)).toEqual(CRITERIA);
    await matches(page, await countOf(CRITERIA)).waitFor();
    await page.getByRole('checkbox', { name: 'BOM lines' }).check();
    await page.getByLabel('BOM levels').selectOption('With everything in their BOMs, all levels down');
    await page.getByRole('button', { name: 'Save and run now' }).click();
    await page.waitForURL(/\/runs\/\w+\/\w+$/);
    const { body } = await served.admin.get<Paged<Definition>>('/v1/exports?name=Built');
    expect(body.results[0]).toMatchObject({
      criteria: CRITERIA,
      options: { exportViews: ['SPECS', 'BOM'], bomLevels: 'FULL', revisionStatus: 'LATEST', format: 'csv' },
    });
    expect(page.url()).toContain(body.results[0]!.guid);
  });

  it('goes by keyboard alone', { timeout: 400_000 }, async () => {
    const page = await openPage('/runs');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await openCommands(page);
    await page.keyboard.type('new definition');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name').waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type('By keyboard');
    await tabTo(page, 'Add a criterion');
    await page.keyboard.press('Enter');
    for (const [search, operators, value] of [
      ['description', 2, 'a'],
      ['revision number', 1, 'Z'],
    ] as const) {
      // The attribute has the focus.
      await page.keyboard.type(search);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await times(operators, () => page.keyboard.press('ArrowDown'));
      await page.keyboard.press('Tab');
      await page.keyboard.type(value);
      if (search === 'description') {
        await tabTo(page, 'Add a group');
        await page.keyboard.press('Enter');
      }
    }
    await tabTo(page, 'Add a criterion to group 2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('standard cost');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await times(2, () => page.keyboard.press('ArrowDown'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('12.5');
    const criteria = [
      [{ attribute: 'description', operator: 'CONTAINS', value: 'a' }],
      'AND',
      [
        { attribute: 'revisionNumber', operator: 'IS_NOT_EQUAL_TO', value: 'Z' },
        'AND',
        { attribute: 'standardCost', operator: 'IS_LESS_THAN', value: 12.5 },
      ],
    ];
    expect(await jsonIn(page)).toEqual(criteria);
    await matches(page, await countOf(criteria)).waitFor();
    // A view and its columns.
    await tabTo(page, 'Sourcing');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'Mfr Item Number' }).waitFor();
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor();
    const { body } = await served.admin.get<Paged<Definition>>('/v1/exports?name=By keyboard');
    expect(body.results[0]).toMatchObject({ criteria, options: { exportViews: ['SPECS', 'SOURCING'] } });
  });

  it('takes JSON and text both ways, and keeps the rows while one is wrong', async () => {
    const page = await openPage(`/definitions/new?where=${encodeURIComponent(WHERE)}`);
    await json(page).waitFor();
    expect(await jsonIn(page)).toEqual(CRITERIA);
    await json(page).fill('[[{"attribute": "name", ');
    await page.getByText('The criteria stay as they were until this is mended').waitFor();
    await group(page, 2).waitFor();
    await json(page).fill('[[{"attribute": "nothing", "operator": "CONTAINS", "value": "x"}]]');
    await page.getByText('The attribute "nothing" is not recognized.').waitFor();
    await page.getByText('Mend the text beside the criteria').waitFor();
    const named = [[{ attribute: 'name', operator: 'CONTAINS', value: 'board' }]];
    await json(page).fill(JSON.stringify(named));
    await expect.poll(() => page.getByRole('group', { name: /^Group \d$/ }).count(), PATIENCE).toBe(1);
    expect(await value(group(page, 1)).inputValue()).toBe('board');
    await matches(page, await countOf(named)).waitFor();
    await page.getByRole('tab', { name: 'As text' }).click();
    const words = page.getByRole('textbox', { name: 'Criteria as text' });
    expect(await words.inputValue()).toBe('name CONTAINS "board"');
    await words.fill('number = 900-00001 OR');
    await page.getByText(/an attribute is missing before the end/).waitFor();
    await words.fill('number = 900-00001');
    expect(await value(group(page, 1)).inputValue()).toBe('900-00001');
    await words.fill('number =');
    await page.getByRole('button', { name: 'Back to the criteria as they are' }).click();
    expect(await words.inputValue()).toBe('number IS_EQUAL_TO "900-00001"');
  });

  it('picks items by number, and times in the reader’s zone', async () => {
    const { body: items } = await served.admin.get<Paged<{ guid: string; name: string }>>(
      '/v1/items?number=900-00001',
    );
    const [item] = items.results;
    const page = await openPage('/definitions/new');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.keyboard.type('GUID');
    await choose(page, 'GUID');
    await page.getByLabel('Operator').selectOption('is one of');
    await value(page).fill('900-00001');
    await choose(page, `900-00001 · ${item!.name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a criterion to group 1' }).click();
    await page.keyboard.type('effective');
    await choose(page, 'Effective Date Time');
    const second = page.getByLabel('Operator').nth(1);
    await second.selectOption('is after');
    // Berlin, in winter and in summer.
    await value(page).nth(1).fill('2020-01-15T12:30:00');
    await page.getByText('2020-01-15T11:30:00Z for the server').waitFor();
    await value(page).nth(1).fill('2019-07-15T12:30:00');
    expect(await jsonIn(page)).toEqual([
      [
        { attribute: 'guid', operator: 'IS_IN', value: [item!.guid] },
        'AND',
        { attribute: 'effectiveDateTime', operator: 'IS_AFTER', value: '2019-07-15T10:30:00Z' },
      ],
    ]);
    await second.selectOption('is between');
    await page.getByLabel('To', { exact: true }).fill('2019-08-01T00:00:00');
    expect(await jsonIn(page)).toMatchObject([
      [{}, 'AND', { operator: 'IS_BETWEEN', value: ['2019-07-15T10:30:00Z', '2019-07-31T22:00:00Z'] }],
    ]);
  });

  it('warns of what would export nothing, and of limits', async () => {
    const page = await openPage(
      `/definitions/new?where=${encodeURIComponent('number STARTS_WITH 900- AND number STARTS_WITH 800-')}`,
    );
    await page.getByText('No item can ever match: the criteria about Number cannot all be true.').waitFor();
    await json(page).fill('[[{"attribute":"name","operator":"IS_EQUAL_TO","value":"no such item"}]]');
    await page.getByText('No item matches now. A run would be empty.').waitFor();
    await json(page).fill('[[{"attribute":"number","operator":"CONTAINS","value":""}]]');
    await page.getByText('This server exports at most 75 items at once').waitFor();
    await page.getByRole('checkbox', { name: 'Items', exact: true }).uncheck();
    await page.getByRole('alert').getByText('Choose at least one view.').waitFor();
    await page.getByRole('checkbox', { name: 'BOM lines' }).check();
    await page.getByText('Nothing would be exported: every view that is chosen would be empty.').waitFor();
    await page.getByLabel('Content of item files').selectOption('Of all files');
    await page.getByText('The archive would hold files of items, but no view says').waitFor();
    await page.getByText('Before you save').scrollIntoViewIfNeeded();
    await shoot(page, 'builder-warnings');
    await expectAccessible(page);
  });

  it('shows what is missing, and what the server refuses, at the field', async () => {
    const page = await openPage('/definitions/new');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Give it a name.').waitFor();
    await page.getByText('Finish this criterion, or remove it.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), PATIENCE)
      .toBe('true');
    await shoot(page, 'builder-errors');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove criterion 1 of group 1' }).click();
    await page.getByLabel('Name').fill('x'.repeat(101));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const name = page.getByLabel('Name');
    await page
      .getByText('The length of the value exceeds the maximum length (100) for the attribute "name".')
      .waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('Without criteria');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Without criteria' }).waitFor();
  });

  it('copies a definition', async () => {
    const page = await openPage('/definitions');
    await page.getByRole('link', { name: 'Copy “Model 300, with its BOM”' }).click();
    await json(page).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Copy of Model 300, with its BOM');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Copy of Model 300, with its BOM' }).waitFor();
    const { body } = await served.admin.get<Paged<Definition>>('/v1/exports?name=Copy of*');
    const { description, criteria, options } = model;
    expect(body.results[0]).toMatchObject({ description, criteria, options });
  });

  it('looks as it should', { timeout: 300_000 }, async () => {
    const address = `/definitions/new?where=${encodeURIComponent(WHERE)}`;
    await browser.lookAtAll('builder', address, (page) =>
      page
        .getByText(/items? match/)
        .first()
        .waitFor(),
    );
    await browser.lookAtAll('builder-views', address, async (page) => {
      await page
        .getByText(/items? match/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: /^Columns of BOM lines/ }).click();
      await page.getByRole('heading', { name: 'What is written' }).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 400);
    });
  });
});

async function times(count: number, act: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 1) await act();
}
