import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse, type CsvError } from 'csv-parse';
import type { CsvRow, LineEnd } from './csv-records.ts';
import type { Problems } from './problems.ts';

/** A record longer than this has lost its closing quote. */
const MAX_RECORD_BYTES = 8 * 1_048_576;

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

export interface CsvContent {
  readonly file: string;
  readonly content: Readable;
  /** At which the content begins in the file. */
  readonly firstLine: number;
  /** Undefined: what ends the first record. */
  readonly lineEnd: LineEnd | undefined;
}

/** The records of what may be CSV, one by one; those that are not well formed are reported and left out. */
export async function* parseRecords(
  { file, content, firstLine, lineEnd }: CsvContent,
  problems: Problems,
): AsyncGenerator<CsvRow> {
  // The parser counts a CRLF inside quotes as two lines; `counted` is its count and `line` the true one, both at the last record's end.
  let counted = 0;
  let line = firstLine - 1;
  // The parser is ahead of the loop below: where a bad record stands is known when the one before it has been seen.
  const skipped: { counted: number; reason: string }[] = [];
  const reportBefore = (limit: number): void => {
    for (let next = skipped[0]; next !== undefined && next.counted < limit; next = skipped[0]) {
      problems.add(file, next.counted - counted + line, `this is not CSV: ${next.reason}`);
      skipped.shift();
    }
  };
  const parser = parse({
    bom: firstLine === 1,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_BYTES,
    ...(lineEnd !== undefined && { record_delimiter: lineEnd }),
    on_skip: (error: CsvError | undefined) => {
      const at = Number((error as { lines?: unknown } | undefined)?.lines);
      // It would be told again for each further byte.
      if (error?.code === 'CSV_MAX_RECORD_SIZE') {
        problems.add(file, firstLine - 1 + at, 'this record has no end: is a closing quote missing?');
        problems.throwIfAny();
      }
      skipped.push({ counted: at, reason: error?.message.replace(/ at line \d+/g, '') ?? 'unknown reason' });
      return undefined;
    },
  });
  const feeding = pipeline(content, parser);
  // The reader below meets the same error.
  feeding.catch(() => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      reportBefore(info.lines);
      const isPlain = info.lines === counted + 1;
      const breaks = isPlain ? 0 : countIn(record, /\n/g);
      const start = isPlain ? line + 1 : line + info.lines - counted - countIn(record, /[\r\n]/g);
      counted = info.lines;
      line = start + breaks;
      yield { line: start, cells: record };
    }
    await feeding;
    reportBefore(Number.POSITIVE_INFINITY);
  } finally {
    parser.destroy();
    content.destroy();
  }
}

function countIn(record: readonly string[], pattern: RegExp): number {
  return record.reduce((count, cell) => count + (cell.match(pattern)?.length ?? 0), 0);
}
