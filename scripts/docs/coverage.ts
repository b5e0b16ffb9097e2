import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageOf, row, type Page } from './page.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SENTENCES_DIR = path.join(ROOT, 'test/acceptance/sentences');
/** In the order of the page. */
const SPEC_PAGES = ['page', 'api', 'criteria', 'views'];

const ID = '(?:API|CRI|VIE|PAGE)-\\d+';
const SENTENCE = new RegExp(`^- (${ID}) (.+)$`);
/** A name stands after `it(`, `describe(` or, for both forms of `each`, `)(`. */
const TAGGED_NAME = new RegExp(
  `(?:\\b(?:it|describe)|\\))\\(\\s*(['"\`])((?:\\\\.|(?!\\1)[^\\\\])*?) ?\\[(${ID}(?:, ${ID})*)\\]\\1`,
  'g',
);
/** What looks like the beginning of a tag, wherever it stands. */
const TAG_BEGIN = new RegExp(`\\[${ID}`, 'g');

interface Sentence {
  readonly id: string;
  readonly text: string;
}

interface SpecPage {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

interface Proof {
  /** Below the project's folder. */
  readonly file: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** Which test proves which sentence of the contract. Problems: unknown, doubled and misplaced ids, and sentences without a test. */
export async function coveragePage(): Promise<Page> {
  const pages = await Promise.all(SPEC_PAGES.map(readSpecPage));
  const sentences = pages.flatMap((page) => page.sentences);
  const { proofs, misplaced } = await readTests();
  const proven = new Map<string, Proof[]>();
  for (const proof of proofs) for (const id of proof.ids) proven.set(id, [...(proven.get(id) ?? []), proof]);

  const known = new Set(sentences.map(({ id }) => id));
  const problems = [
    ...sentences
      .filter(({ id }, index) => sentences.findIndex((one) => one.id === id) !== index)
      .map(({ id }) => `${id} stands twice in test/acceptance/sentences`),
    ...misplaced,
    ...proofs.flatMap(({ file, name, ids }) =>
      ids.filter((id) => !known.has(id)).map((id) => `${file}: "${name}" names ${id}, which is no sentence`),
    ),
    ...sentences.filter(({ id }) => !proven.has(id)).map(({ id, text }) => `${id} has no test: ${text}`),
  ];
  const covered = sentences.filter(({ id }) => proven.has(id)).length;
  return pageOf(
    [
      '# What the tests prove',
      '',
      `Every sentence of the contract, from \`test/acceptance/sentences\`, and the tests that name it: ${covered} of ${sentences.length}.`,
      '',
      ...pages.flatMap((page) => tableOf(page, proven)),
    ],
    problems,
  );
}

function tableOf({ title, sentences }: SpecPage, proven: ReadonlyMap<string, readonly Proof[]>): string[] {
  const rows = sentences.map(({ id, text }) =>
    row(id, text, (proven.get(id) ?? []).map(linkTo).join('<br>') || 'none'),
  );
  return [`## ${title}`, '', '| id | sentence | tests |', '| --- | --- | --- |', ...rows, ''];
}

function linkTo({ file, name }: Proof): string {
  const text = name.replace(/[\\`*_[\]<>{}]/g, '\\$&').replace(/\s+/g, ' ');
  return `[${path.basename(file, '.test.ts')}](../../${file}): ${text}`;
}

async function readSpecPage(name: string): Promise<SpecPage> {
  const lines = (await readFile(path.join(SENTENCES_DIR, `${name}.md`), 'utf8')).split('\n');
  const sentences = lines.flatMap((line) => {
    const [, id, text] = SENTENCE.exec(line) ?? [];
    if (id !== undefined && text !== undefined) return [{ id, text }];
    if (line.startsWith('- ')) throw new Error(`${name}.md: a sentence without an id: ${line}`);
    return [];
  });
  return { title: lines[0]?.replace(/^# /, '') ?? name, sentences };
}

async function readTests(): Promise<{ proofs: Proof[]; misplaced: string[] }> {
  const entries = await readdir(path.join(ROOT, 'test'), { recursive: true });
  const proofs: Proof[] = [];
  const misplaced: string[] = [];
  for (const entry of entries.filter((one) => one.endsWith('.test.ts')).sort()) {
    const file = path.posix.join('test', ...entry.split(path.sep));
    const source = await readFile(path.join(ROOT, file), 'utf8');
    const found = [...source.matchAll(TAGGED_NAME)].map(([, , name = '', ids = '']) => ({
      file,
      name,
      ids: ids.split(', '),
    }));
    proofs.push(...found);
    const begun = [...source.matchAll(TAG_BEGIN)].length;
    if (begun !== found.length)
      misplaced.push(
        `${file}: ${begun - found.length} tags that are not at the end of a test's name, as [API-1, API-2]`,
      );
  }
  return { proofs, misplaced };
}
