/** The first rows of a member, to be looked at. */
export interface RowPreview {
  readonly columns: readonly string[];
  /** A cell of a column that a row has not is null. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether there are no more rows. */
  readonly isComplete: boolean;
}

/** What is to be shown has no rows, or is not what its name says. */
export class NoRowsError extends Error {
  override readonly name = 'NoRowsError';
}

/** More than this of a member is not unpacked for the sake of a few rows, however long they are. */
export const MAX_PREVIEW_BYTES = 32 * 1_048_576;
/** Longer cells are cut. */
const MAX_CELL_LENGTH = 2_000;

export function cutCell(text: string): string {
  return text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH)}…` : text;
}

/** Told when the content was not read to its end because it is so much. */
export interface Reading {
  isCut: boolean;
}

/** The beginning of a content: {@link MAX_PREVIEW_BYTES} of it. */
export async function* beginningOf(content: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Buffer> {
  let left = MAX_PREVIEW_BYTES;
  for await (const chunk of content) {
    left -= chunk.length;
    yield chunk;
    if (left > 0) continue;
    reading.isCut = true;
    return;
  }
}
