import { createCipheriv, createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BenchContext } from './benchmark.ts';
import { runWaybill } from './command.ts';
import { DATA_DIR, openWorld, type World } from './world.ts';

/** Physical files: how many, and how many bytes together. */
const SIZES = {
  files: { count: 5_000, bytes: 2 * 1_024 ** 3 },
  'files-tenth': { count: 500, bytes: 2 * 1_024 ** 3 * 0.1 },
  'files-small': { count: 200, bytes: 40 * 1_024 ** 2 },
} as const;
export type ContentWorldName = keyof typeof SIZES;

/** What product data is made of, by its share of the files and of the bytes. Only the models compress, to a fifth or so. */
const KINDS = [
  { extension: 'step', mimeType: 'model/step', files: 0.4, bytes: 0.6 },
  { extension: 'pdf', mimeType: 'application/pdf', files: 0.4, bytes: 0.25 },
  { extension: 'png', mimeType: 'image/png', files: 0.2, bytes: 0.15 },
] as const;
const CHUNK_BYTES = 256 * 1_024;

export interface ContentWorld {
  readonly world: World;
  /** The same files in a folder, for other programs. */
  readonly folder: string;
}

/** An installation whose items have physical files, made once: the same bytes on every machine. */
export async function openContentWorld(
  { note }: BenchContext,
  name: ContentWorldName,
): Promise<ContentWorld> {
  const bundle = path.join(DATA_DIR, `bundle-${name}`);
  if ((await readFile(path.join(bundle, 'SPECS.csv'), 'utf8').catch(() => '')) === '') {
    note(`making the physical files of ${name}, once`);
    await makeBundle(bundle, SIZES[name]);
  }
  const world = await openWorld(name, note);
  if (Number(await world.psql(['SELECT count(*) FROM files'])) === 0) {
    note(`importing ${name}, once`);
    await runWaybill(world, ['import', bundle]);
  }
  return { world, folder: path.join(bundle, 'files') };
}

async function makeBundle(bundle: string, { count, bytes }: { count: number; bytes: number }): Promise<void> {
  const making = `${bundle}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(path.join(making, 'files'), { recursive: true });
  const specs = ['number,name'];
  const files = ['parent.number,file.name,file.guid,contentPath'];
  const summaries = ['guid,name,format,mimeType'];
  let made = 0;
  for (const kind of KINDS) {
    const sizes = drawSizes(Math.round(count * kind.files), bytes * kind.bytes);
    for (const size of sizes) {
      made += 1;
      const guid = createHash('sha256').update(`file ${made}`).digest('hex').toUpperCase().slice(0, 20);
      const number = `500-${String(made).padStart(6, '0')}`;
      const name = `${number}.${kind.extension}`;
      const dir = path.join(making, 'files', guid);
      await mkdir(dir);
      await pipeline(
        Readable.from(contentOf(made, kind.extension, size)),
        createWriteStream(path.join(dir, name)),
      );
      specs.push(`${number},Part ${made}`);
      files.push(`${number},${name},${guid},files/${guid}/${name}`);
      summaries.push(`${guid},${name},${kind.extension},${kind.mimeType}`);
    }
  }
  await writeFile(path.join(making, 'SPECS.csv'), `${specs.join('\n')}\n`);
  await writeFile(path.join(making, 'FILES.csv'), `${files.join('\n')}\n`);
  await writeFile(path.join(making, 'FILES_FILE_SUMMARY.csv'), `${summaries.join('\n')}\n`);
  await rename(making, bundle);
}

/** Sizes that add up: many small ones, a few a hundred times larger. */
function drawSizes(count: number, bytes: number): number[] {
  const random = createRandom(count);
  const weights = Array.from({ length: count }, () => Math.exp(1.4 * normal(random)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.max(100, Math.round((weight / sum) * bytes)));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32: the same numbers in (0, 1) for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 1) / 4_294_967_297;
  };
}

function* contentOf(seed: number, extension: string, size: number): Generator<Buffer> {
  const pieces = extension === 'step' ? modelText(seed) : noise(seed);
  let left = size;
  // A document that is compressed inside has its outline as text.
  if (extension === 'pdf') {
    const outline = Buffer.from('<< /Type /Page /Parent 1 0 R /MediaBox [0 0 595 842] >>\n'.repeat(40));
    const head = outline.subarray(0, Math.min(left, outline.length));
    left -= head.length;
    yield head;
  }
  while (left > 0) {
    const piece = pieces.next().value.subarray(0, left);
    left -= piece.length;
    yield piece;
  }
}

function* noise(seed: number): Generator<Buffer, never> {
  const key = createHash('sha256').update(`noise ${seed}`).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  for (;;) yield cipher.update(Buffer.alloc(CHUNK_BYTES));
}

/** Points and directions, as in a STEP file. */
function* modelText(seed: number): Generator<Buffer, never> {
  const random = createRandom(seed);
  const coordinate = (): string => (random() * 200 - 100).toFixed(Math.floor(random() * 12));
  for (let line = 10; ;) {
    let text = '';
    while (text.length < CHUNK_BYTES) {
      const kind = random() < 0.6 ? 'CARTESIAN_POINT' : 'DIRECTION';
      text += `#${line}=${kind}('',(${coordinate()},${coordinate()},${coordinate()}));\n#${line + 10}=VERTEX_POINT('',#${line});\n`;
      line += 20;
    }
    yield Buffer.from(text);
  }
}
