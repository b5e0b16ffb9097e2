import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to } from 'pg-copy-streams';

/** Streams what a `COPY … TO STDOUT` gives. COPY takes no bound values: the statement holds none of a request's text. */
export function copyTo(client: pg.Client, statement: string): Readable {
  return client.query(to(statement));
}

/**
 * Cuts a connection at once. A COPY whose reader stopped waits in its write to the socket, where pg_cancel_backend does not reach
 * it; with the socket gone the server frees the backend within milliseconds.
 */
export function destroyConnection(client: pg.Client): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.destroy();
}
