/** PostgreSQL's words for "not now": going down, starting up, connection lost, too many connections, cut off because we stood still. */
const NOT_NOW = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '53300', '25P03']);
/** What `pg` says of connections that broke, which carry no code. */
const BROKEN =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|driver has already been destroyed/;

/** Whether the database could not be reached, as opposed to having refused a statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && NOT_NOW.has(code)) return true;
  return syscall === 'connect' || code === 'ECONNRESET' || code === 'EPIPE' || BROKEN.test(error.message);
}
