import fc from 'fast-check';
import type { Definition, Run } from './api-client.ts';
import { knownOf, SHARED_NUMBER, type Mark } from './isolation-records.ts';
import {
  definitionBody,
  type Heard,
  type IsolationWorld,
  type Known,
  type KnownDefinition,
  type KnownRun,
  type Member,
  type Question,
} from './isolation-world.ts';
import { PATHS, PLACES } from './isolation-places.ts';
import { guid } from './view-records.ts';

/** Whose thing a request names, and which of them. */
interface Choice {
  readonly whose: 'own' | 'colleague' | 'foreign' | 'nowhere';
  readonly at: number;
}
const choice: fc.Arbitrary<Choice> = fc.record({
  whose: fc.constantFrom('own', 'colleague', 'foreign', 'foreign', 'nowhere'),
  at: fc.nat(20),
});

const TOGETHER = ['nothing', 'definition and run', 'all'] as const;
const DEFINITION_FILTERS = [
  'name',
  'description',
  'creator.email',
  'creator.fullName',
  'creator.guid',
  'number',
] as const;
const OPERATORS = ['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'CONTAINS', 'STARTS_WITH'] as const;

export type Action = { readonly who: number } & (
  | {
      readonly kind: 'define';
      readonly criteria: number;
      readonly format: string;
      readonly key: number | undefined;
    }
  | { readonly kind: 'start'; readonly definition: Choice; readonly key: number | undefined }
  | { readonly kind: 'abort'; readonly run: Choice }
  | {
      readonly kind: 'get';
      readonly path: (typeof PATHS)[number];
      readonly isHead: boolean;
      readonly definition: Choice;
      readonly run: Choice;
      readonly file: Choice;
      readonly item: Choice;
      readonly document: Choice;
      readonly import: Choice;
      /** What is of one run: then all that a request names is right, but for who asks, or for its file. */
      readonly together: (typeof TOGETHER)[number];
    }
  | { readonly kind: 'look'; readonly place: (typeof PLACES)[number] }
  | {
      readonly kind: 'findDefinitions';
      readonly filter: (typeof DEFINITION_FILTERS)[number];
      readonly isWild: boolean;
      readonly at: number;
    }
  | {
      readonly kind: 'findItems';
      readonly filter: number;
      readonly isForeign: boolean;
      readonly operator: string | undefined;
    }
);

const who = fc.nat(5);
const key = fc.option(fc.nat(3), { nil: undefined });
export const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('define' as const),
      who,
      criteria: fc.nat(4),
      format: fc.constantFrom('csv', 'json'),
      key,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('start' as const), who, definition: choice, key }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('abort' as const), who, run: choice }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('get' as const),
      who,
      path: fc.constantFrom(...PATHS),
      isHead: fc.nat(7).map((one) => one === 0),
      definition: choice,
      run: choice,
      file: choice,
      item: choice,
      document: choice,
      import: choice,
      together: fc.constantFrom(...TOGETHER),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('look' as const), who, place: fc.constantFrom(...PLACES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('findDefinitions' as const),
      who,
      filter: fc.constantFrom(...DEFINITION_FILTERS),
      isWild: fc.boolean(),
      at: fc.nat(20),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('findItems' as const),
      who,
      filter: fc.nat(30),
      isForeign: fc.boolean(),
      operator: fc.option(fc.constantFrom(...OPERATORS), { nil: undefined }),
    }),
  },
);

/** Each path once for each of its names, that one another workspace's, all else the caller's own and right. */
export function oneForeignName(who: number): Action[] {
  const [own, foreign]: Choice[] = [
    { whose: 'own', at: 0 },
    { whose: 'foreign', at: 0 },
  ] as const;
  return PATHS.flatMap((path) =>
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name]): Action => {
      const mine = { definition: own, run: own, file: own, item: own, document: own, import: own };
      const choices = { ...mine, [name!]: foreign };
      const together = name === 'file' ? 'definition and run' : 'nothing';
      return { kind: 'get', who, path, isHead: false, together, ...choices };
    }),
  );
}

const NOWHERE = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => letter.repeat(20));
const otherMark = (mark: Mark): Mark => (mark === 'ALPHA' ? 'BRAVO' : 'ALPHA');
/** Of things in the order in which they were made, the one at a place, counted round. */
const at = <Thing>(things: readonly Thing[], place: number): Thing => things[place % things.length]!;

/** One history: what has been made in it, on top of what is there from the start. */
export function createHistory(world: IsolationWorld) {
  const definitions: KnownDefinition[] = [...world.first.definitions];
  const runs: KnownRun[] = [...world.first.runs];
  const known: Known = { definitions, runs, imports: world.first.imports };

  const isOf =
    (member: Member, { whose }: Choice) =>
    ({ owner }: KnownDefinition): boolean =>
      whose === 'own'
        ? owner === member
        : whose === 'foreign'
          ? owner.mark !== member.mark
          : owner.mark === member.mark && owner !== member;
  const definitionOf = (member: Member, one: Choice): string =>
    one.whose === 'nowhere' ? NOWHERE[0]! : at(known.definitions.filter(isOf(member, one)), one.at).guid;
  const runOf = (member: Member, one: Choice): KnownRun =>
    at(known.runs.filter(isOf(member, one.whose === 'nowhere' ? { ...one, whose: 'own' } : one)), one.at);

  async function define(member: Member, action: Action & { kind: 'define' }): Promise<void> {
    const there = otherMark(member.mark);
    // What is asked for stays in the definition, and may be seen in it: of the other workspace only this item is asked for.
    const bait = [`${there}-SUB`, guid(`${there}SUB`)];
    world.allow(member.mark, bait.join(' '));
    const criterion = (attribute: string, operator: string, value: string) => [
      [{ attribute, operator, value }],
    ];
    const criteria = [
      criterion('number', 'IS_NOT_EQUAL_TO', ''),
      criterion('number', 'IS_EQUAL_TO', bait[0]!),
      criterion('guid', 'IS_EQUAL_TO', bait[1]!),
      criterion('any', 'CONTAINS', bait[0]!),
      criterion('number', 'IS_EQUAL_TO', SHARED_NUMBER),
    ][action.criteria];
    const format = { options: { exportViews: ['SPECS', 'SOURCING', 'FILES'], format: action.format } };
    const { status, body } = await world.ask(member, {
      method: 'POST',
      path: '/v1/exports',
      body: definitionBody(member, `made by ${member.email.split('@', 1)[0]!}`, { criteria, ...format }),
      headers: keyOf(action.key),
    });
    if (status === 201) definitions.push({ owner: member, guid: (body as Definition).guid });
  }

  async function start(member: Member, action: Action & { kind: 'start' }): Promise<void> {
    const definition = definitionOf(member, action.definition);
    const { status, body } = await world.ask(member, {
      method: 'POST',
      path: `/v1/exports/${definition}/runs`,
      body: {},
      headers: { Prefer: 'wait=60', ...keyOf(action.key) },
    });
    const isElsewhere = action.definition.whose === 'foreign' || action.definition.whose === 'nowhere';
    // A key may have been used for another definition.
    if (isElsewhere && status !== 400 && status !== 409)
      throw new Error(`a run of ${action.definition.whose} was answered ${status}`);
    const run = body as Run;
    if (status === 201 && run.files !== undefined)
      runs.push({ owner: member, definition, guid: run.guid, file: run.files[0]!.guid });
  }

  async function get(member: Member, action: Action & { kind: 'get' }): Promise<void> {
    const run = runOf(member, action.run);
    const isOfOneRun = action.together !== 'nothing';
    const isAllOfOneRun = action.together === 'all';
    const names: Record<string, readonly [value: string, isForeign: boolean, whose: Choice['whose']]> = {
      definition: isOfOneRun
        ? [run.definition, run.owner.mark !== member.mark, action.run.whose]
        : [
            definitionOf(member, action.definition),
            action.definition.whose === 'foreign',
            action.definition.whose,
          ],
      run: [
        action.run.whose === 'nowhere' ? NOWHERE[1]! : run.guid,
        action.run.whose === 'foreign',
        action.run.whose,
      ],
      file: isAllOfOneRun
        ? [run.file, action.run.whose === 'foreign', action.run.whose]
        : [fileOf(member, action.file), action.file.whose === 'foreign', action.file.whose],
      item: [itemOf(member, action.item), action.item.whose === 'foreign', action.item.whose],
      document: [
        documentOf(member, action.document),
        action.document.whose === 'foreign',
        action.document.whose,
      ],
      import: [importOf(member, action.import), action.import.whose === 'foreign', action.import.whose],
    };
    const fill = (value: (name: string) => string): string =>
      action.path.replace(/\{(\w+)\}/g, (_whole, name: string) => value(name));
    const method = action.isHead ? 'HEAD' : 'GET';
    const isOwn = isAllOfOneRun && action.run.whose === 'own';
    const answer = await world.ask(member, { method, path: fill((name) => names[name]![0]), isOwn });
    if (isAllOfOneRun && action.path.includes('{definition}/runs/{run}')) {
      const expected = { own: 200, colleague: 403, foreign: 400, nowhere: 400 }[action.run.whose];
      if (answer.status !== expected)
        throw new Error(
          `${member.name} is answered ${answer.status} for a run that is ${action.run.whose}: ${answer.text}`,
        );
    }
    const foreign = Object.keys(names).filter((name) => names[name]![1] && action.path.includes(`{${name}}`));
    if (foreign.length === 0) return;
    // The same words for what exists elsewhere and for what exists nowhere.
    const missing = (name: string): string => NOWHERE[Object.keys(names).indexOf(name)]!;
    const like = await world.ask(member, {
      method,
      path: fill((name) => (foreign.includes(name) ? missing(name) : names[name]![0])),
    });
    const disguised = (heard: Heard): string =>
      foreign.reduce(
        (text, name) => text.replaceAll(names[name]![0], missing(name)),
        `${heard.status}\n${heard.headers}\n${heard.text}`,
      );
    if (disguised(answer) !== disguised(like))
      throw new Error(
        `${member.name} can tell ${fill((name) => names[name]![0])} from nothing:\n${disguised(answer)}\n${disguised(like)}`,
      );
  }

  const fileOf = (member: Member, one: Choice): string =>
    one.whose === 'nowhere' ? NOWHERE[2]! : runOf(member, one).file;
  const itemOf = ({ mark }: Member, { whose, at: place }: Choice): string =>
    whose === 'nowhere'
      ? NOWHERE[3]!
      : at(knownOf(whose === 'foreign' ? otherMark(mark) : mark).items, place);

  const documentOf = ({ mark }: Member, { whose }: Choice): string =>
    whose === 'nowhere' ? NOWHERE[4]! : knownOf(whose === 'foreign' ? otherMark(mark) : mark).document;
  /** A workspace has one. */
  const importOf = ({ mark }: Member, { whose }: Choice): string =>
    whose === 'nowhere' ? NOWHERE[5]! : world.first.imports[whose === 'foreign' ? otherMark(mark) : mark];

  async function findDefinitions(
    member: Member,
    action: Action & { kind: 'findDefinitions' },
  ): Promise<void> {
    const elsewhere = world.members.filter(({ mark }) => mark !== member.mark);
    const { email } = at(elsewhere, action.at);
    const value = action.isWild
      ? '*'
      : {
          name: `${otherMark(member.mark)}-first`,
          description: '*',
          'creator.email': email,
          'creator.fullName': 'B*',
          'creator.guid': '*',
          number: String((action.at % 4) + 1),
        }[action.filter];
    await world.ask(member, { path: `/v1/exports?limit=400&${action.filter}=${encodeURIComponent(value)}` });
  }

  async function findItems(
    { mark, ...member }: Member,
    action: Action & { kind: 'findItems' },
  ): Promise<void> {
    const filters = Object.entries(knownOf(action.isForeign ? otherMark(mark) : mark).filters);
    const [attribute, value] = at(filters, action.filter);
    const query =
      action.operator === undefined
        ? `${attribute}=${encodeURIComponent(value)}`
        : `criteria=${encodeURIComponent(JSON.stringify([[{ attribute, operator: action.operator, value }]]))}`;
    await world.ask({ mark, ...member }, { path: `/v1/items?limit=400&${query}` });
  }

  return async function perform(action: Action): Promise<void> {
    const member = world.members[action.who]!;
    switch (action.kind) {
      case 'define':
        return define(member, action);
      case 'start':
        return start(member, action);
      case 'abort': {
        const { definition, guid: run } = runOf(member, action.run);
        await world.ask(member, {
          method: 'POST',
          path: `/v1/exports/${definition}/runs/${run}/abort`,
          body: {},
        });
        return;
      }
      case 'get':
        return get(member, action);
      case 'look':
        await world.ask(member, { path: action.place });
        return;
      case 'findDefinitions':
        return findDefinitions(member, action);
      case 'findItems':
        return findItems(member, action);
    }
  };
}

/** One of few, which everybody uses. */
const keyOf = (key: number | undefined): NonNullable<Question['headers']> =>
  key === undefined ? {} : { 'Idempotency-Key': `key-${key}` };
