import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** A COPY under way. */
interface Copying {
  /** How many rows it was, once it has ended. */
  readonly rowCount: number;
}

/**
 * Streams what a `COPY … TO STDOUT` gives. COPY takes no bound values: the statement holds none of a request's text.
 * @param aheadBytes how much may be read before anybody asks for it
 */
export function copyTo(client: pg.ClientBase, statement: string, aheadBytes?: number): Readable & Copying {
  const copy = client.query(to(statement, aheadBytes === undefined ? {} : { highWaterMark: aheadBytes }));
  // It may fail while nobody reads it, which would end the process. The library only says so, to whoever listens just then; a stream that is
  // destroyed tells whoever reads it later.
  copy.on('error', (error) => copy.destroy(error));
  return copy;
}

/** What several of them give, in turn. Each but the first begins as soon as the one before has ended, read or not. */
export function* copiesTo(
  client: pg.ClientBase,
  statements: Iterable<string>,
  aheadBytes: number,
): Generator<Readable> {
  let last: Readable | undefined;
  for (const statement of statements) {
    const next = copyTo(client, statement, aheadBytes);
    // It takes nothing from the connection before it was asked once.
    next.read(0);
    if (last !== undefined) yield last;
    last = next;
  }
  if (last !== undefined) yield last;
}

/**
 * Cuts a connection at once. A COPY whose reader stopped waits in its write to the socket, where pg_cancel_backend does not reach
 * it; with the socket gone the server frees the backend within milliseconds.
 */
export function destroyConnection(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.destroy();
}

/** Takes what a `COPY … FROM STDIN` is to read. The statement holds none of a request's text either. */
export function copyFrom(client: pg.ClientBase, statement: string): Writable & Copying {
  return client.query(from(statement));
}

const COPY_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A row in COPY's text format; undefined is NULL. */
export function copyLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell) => (cell === undefined ? '\\N' : cell.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? character))).join('\t')}\n`;
}

/** A cell in COPY's CSV format; undefined is NULL, as is an empty one in a column of FORCE_NULL. */
export function csvCell(cell: string | undefined): string {
  if (cell === undefined) return '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A one-dimensional array as PostgreSQL reads it; undefined is NULL. */
export function arrayLiteral(values: readonly (string | undefined)[]): string {
  return `{${values.map((value) => (value === undefined ? 'NULL' : `"${/[\\"]/.test(value) ? value.replace(/[\\"]/g, '\\$&') : value}"`)).join(',')}}`;
}
