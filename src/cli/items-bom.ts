import { Command } from 'commander';
import type { AnswerOf } from '../../client/src/index.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import type { Output } from './output.ts';
import { addServerOptions, withServer, type Connection } from './server/connect.ts';
import { findItem } from './server/find.ts';
import { cut, printable } from './terminal/text.ts';

type Line = AnswerOf<'/v1/items/{guid}/bom', 'get'>['results'][number];

/** A BOM line and where it stands. */
interface Place {
  readonly line: Line;
  /** 1 for the lines of the item that was asked for. */
  readonly level: number;
  /** For each level, whether more lines follow on it. */
  readonly follows: readonly boolean[];
  /** An item that stands above itself is not opened again. */
  readonly isLoop: boolean;
}

interface BomOptions {
  readonly levels: string;
}

const ALL = 'all';
/** BOMs of the items met last: those that stand in many places are asked for once. */
const REMEMBERED_BOMS = 500;

export function itemsBomCommand(): Command {
  const command = new Command('bom')
    .description('Show the BOM of an item as a tree.')
    .argument('<item>', 'its number, or the GUID of one of its revisions')
    .option('--levels <number>', `how deep, or ${ALL}`, '1');
  return addServerOptions(command).action((text: string, options: BomOptions) => {
    const levels = readLevels(options.levels);
    return withServer(command, async (connection) => {
      const { output } = connection;
      const item = await findItem(connection, text);
      const guid = String(item.guid);
      output.line(fitted(`${item.number ?? ''}  ${item.name ?? ''} (${item.revisionNumber ?? ''})`, output));
      const lines: object[] = [];
      for await (const place of explode({ read: createReader(connection), levels }, [guid])) {
        output.line(drawPlace(place, output));
        if (output.isJson) lines.push({ level: place.level, ...place.line });
      }
      output.json({ item, lines });
    });
  });
}

function readLevels(text: string): number {
  if (text === ALL) return Infinity;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new OperatorError(`--levels is "${text}": expected a number from 1, or ${ALL}.`, EXIT.usage);
}

type ReadBom = (guid: string) => Promise<readonly Line[]>;

/** All lines of a BOM, page by page. */
function createReader({ client, signal }: Connection): ReadBom {
  const known = new Map<string, readonly Line[]>();
  return async (guid) => {
    const before = known.get(guid);
    if (before !== undefined) return before;
    const lines = await Array.fromAsync(
      client.pages('/v1/items/{guid}/bom', { params: { path: { guid } }, signal }),
    );
    known.set(guid, lines);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED_BOMS && oldest !== undefined) known.delete(oldest);
    return lines;
  };
}

/** Depth first, in the order of the lines: what has been shown need not be remembered. */
async function* explode(
  bom: { readonly read: ReadBom; readonly levels: number },
  above: readonly string[],
  follows: readonly boolean[] = [],
): AsyncGenerator<Place, void, undefined> {
  const lines = await bom.read(above.at(-1) ?? '');
  for (const [index, line] of lines.entries()) {
    const guid = String(line.item.guid);
    const here = [...follows, index < lines.length - 1];
    const isLoop = above.includes(guid);
    yield { line, level: here.length, follows: here, isLoop };
    if (!isLoop && here.length < bom.levels) yield* explode(bom, [...above, guid], here);
  }
}

function drawPlace({ line, follows, isLoop }: Place, output: Output): string {
  const [tee, corner, bar] = output.terminal.hasSymbols ? ['├─ ', '└─ ', '│  '] : ['|- ', '`- ', '|  '];
  const branches = follows
    .map((hasMore, index) => {
      if (index === follows.length - 1) return hasMore ? tee : corner;
      return hasMore ? bar : '   ';
    })
    .join('');
  const { item, quantity, refDes } = line;
  const parts = [
    `${quantity ?? '?'} × ${item.number ?? ''}`,
    `${item.name ?? ''} (${item.revisionNumber ?? ''})`,
    ...(refDes === null || refDes === '' ? [] : [`[${refDes}]`]),
    ...(isLoop ? ['… stands above itself'] : []),
  ];
  return fitted(branches + parts.join('  '), output);
}

function fitted(text: string, { terminal }: Output): string {
  const clean = printable(text);
  return terminal.columns === undefined ? clean : cut(clean, terminal.columns);
}
