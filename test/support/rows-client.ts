import { Readable } from 'node:stream';
import type pg from 'pg';

const message = (kind: string, content: Buffer | string = ''): Buffer => {
  const body = Buffer.from(content as string);
  const header = Buffer.alloc(5);
  header.write(kind);
  header.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
};

/** A row of one column. */
function dataRow(cell: Buffer): Buffer {
  const lengths = Buffer.alloc(6);
  lengths.writeInt16BE(1);
  lengths.writeInt32BE(cell.length, 2);
  return message('D', Buffer.concat([lengths, cell]));
}

/** How the rows of a statement begin, go on, and end. */
const ANSWERS = {
  COPY: { begin: message('H', '\0\0\0'), row: (row: Buffer) => message('d', row), end: message('c') },
  SELECT: {
    begin: message('T', `\0\u0001format\0${'\0'.repeat(18)}`),
    row: dataRow,
    end: Buffer.alloc(0),
  },
} as const;

/**
 * A client whose server answers a statement with these rows, as PostgreSQL's protocol has it, a notice and a changed setting among them, cut
 * into chunks of these sizes in turn. `rest` is what the reader left to the client, which it must: from the end of the rows on.
 */
export function rowsClient(
  rows: readonly Buffer[],
  sizes: readonly number[],
  kind: keyof typeof ANSWERS = 'COPY',
): { client: pg.ClientBase; rest: () => string } {
  const answer = ANSWERS[kind];
  const between = [message('N', 'M between\0\0'), message('S', 'TimeZone\0UTC\0')];
  const bytes = Buffer.concat([
    answer.begin,
    ...rows.flatMap((row, at) => [...(at === 1 ? between : []), answer.row(row)]),
    answer.end,
    message('C', `${kind} ${rows.length}\0`),
    message('Z', 'I'),
  ]);
  let at = 0;
  let chunk = 0;
  const stream = new Readable({
    highWaterMark: 1,
    read() {
      const size = sizes[chunk % sizes.length] ?? bytes.length;
      this.push(at < bytes.length ? bytes.subarray(at, at + size) : null);
      at += size;
      chunk += 1;
    },
  });
  let rest = '';
  let query: (pg.Submittable & { handleReadyForQuery(): void }) | undefined;
  stream.pause();
  stream.on('data', (data: Buffer) => {
    rest += data.toString('latin1');
    if (rest.includes('Z\0\0\0\u0005I')) query?.handleReadyForQuery();
  });
  const connection = { stream, query: () => undefined };
  const client = {
    query(submitted: typeof query) {
      query = submitted;
      submitted?.submit(connection as never);
    },
  };
  return { client: client as never, rest: () => rest };
}
