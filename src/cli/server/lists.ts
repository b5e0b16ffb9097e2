import { Option, type Command } from 'commander';
import { readInteger } from '../options.ts';

export interface PageOptions {
  readonly offset: string;
  readonly limit: string;
}

export interface Rows<Row> {
  readonly count: number;
  readonly results: readonly Row[];
}

/** The most that the API gives at once. */
const PAGE_ROWS = 400;

export function addPageOptions(command: Command): Command {
  return command
    .addOption(new Option('--offset <number>', 'leave out so many').default('0'))
    .addOption(new Option('--limit <number>', 'show so many').default('20'));
}

/** As much of a list as was asked for: more than a page in several requests. */
export async function readRows<Row>(
  options: PageOptions,
  readPage: (page: { readonly offset: number; readonly limit: number }) => Promise<Rows<Row>>,
): Promise<Rows<Row>> {
  const offset = readInteger(options.offset, '--offset');
  const wanted = readInteger(options.limit, '--limit');
  const results: Row[] = [];
  for (;;) {
    const limit = Math.min(PAGE_ROWS, Math.max(1, wanted - results.length));
    const page = await readPage({ offset: offset + results.length, limit });
    results.push(...page.results.slice(0, wanted - results.length));
    if (results.length >= wanted || page.results.length < limit) return { count: page.count, results };
  }
}

/** `20 of 143`. */
export function countOf({ count, results }: Rows<unknown>): string {
  return `${results.length} of ${count}`;
}
