import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to the database that can be cut, as a network can. */
export interface Line {
  /** For `DATABASE_URL`: by TCP, wherever the database listens. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** From now on a connection that sends the first of these and then the second gets no answer any more; what it sends is passed on. */
  swallowAnswersAfter(first: RegExp, second: RegExp): void;
  /** Ends that for connections that come. */
  passAnswers(): void;
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get('host');
  const target =
    folder === null
      ? { host: url.hostname, port: Number(url.port) }
      : { path: `${folder}/.s.PGSQL.${url.port}` };
  const sockets = new Set<Socket>();
  let pattern: readonly RegExp[] = [];
  const server: Server = createServer((near) => {
    const far = connect(target);
    let seen = 0;
    near.on('data', (chunk: Buffer) => {
      if (pattern[seen]?.test(chunk.toString('latin1')) === true) seen += 1;
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      if (pattern.length === 0 || seen < pattern.length) near.write(chunk);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      // What is cut tells of it; here it is cut on purpose.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  url.host = `127.0.0.1:${port}`;
  url.searchParams.delete('host');
  return {
    url: url.href,
    async cut() {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    swallowAnswersAfter(first, second) {
      pattern = [first, second];
    },
    passAnswers() {
      pattern = [];
    },
  };
}
