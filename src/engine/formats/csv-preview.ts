import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { beginningOf, cutCell, NoRowsError, type Reading, type RowPreview } from './row-preview.ts';

/** A record longer than this has lost its closing quote. */
const MAX_RECORD_BYTES = 8 * 1_048_576;

/** The first `limit` records of CSV behind its header; what comes after them is not read. */
export async function previewCsv(content: AsyncIterable<Buffer>, limit: number): Promise<RowPreview> {
  const reading: Reading = { isCut: false };
  const source = Readable.from(beginningOf(content, reading));
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: MAX_RECORD_BYTES });
  const feeding = pipeline(source, parser);
  // The reader below meets the same error.
  feeding.catch(() => undefined);
  const records: string[][] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      records.push(record);
      if (records.length > limit + 1) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The last record of what was cut short has no end; of the rest nothing is lost.
    if (!reading.isCut) throw new NoRowsError(error.message, { cause: error });
  } finally {
    parser.destroy();
    source.destroy();
    await feeding.catch(() => undefined);
  }
  const [columns = [], ...rows] = records;
  return {
    columns,
    rows: rows.slice(0, limit).map((row) => columns.map((_, at) => cutOrNull(row[at]))),
    isComplete: rows.length <= limit && !reading.isCut,
  };
}

const cutOrNull = (cell: string | undefined): string | null => (cell === undefined ? null : cutCell(cell));
