import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A request for content that came by, and what of the answer got through. */
export interface Passage {
  readonly range: string | undefined;
  bytes: number;
}

/** A way to a server on which the contents of files come slowly, and break off. */
export interface SlowLine {
  readonly url: string;
  /** Requests for contents, in their order. */
  readonly passages: Passage[];
  /** How long each kilobyte takes. */
  perKilobyteMs: number;
  /** After so many bytes of an answer the connection breaks; undefined: never. */
  cutAfter: number | undefined;
  close(): Promise<void>;
}

export async function openSlowLine(target: string): Promise<SlowLine> {
  const passages: Passage[] = [];
  const server = createServer((near, answer) => {
    const far = request(target + (near.url ?? ''), { method: near.method, headers: near.headers });
    far.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      const isContent = near.url?.endsWith('/content') === true;
      if (!isContent) {
        response.on('data', (chunk: Buffer) => answer.write(chunk));
        response.on('end', () => answer.end());
        return;
      }
      const passage: Passage = { range: near.headers.range, bytes: 0 };
      passages.push(passage);
      void trickle(response, answer, passage);
    });
    far.on('error', () => answer.destroy());
    answer.on('close', () => far.destroy());
    near.on('data', (chunk: Buffer) => far.write(chunk));
    near.on('end', () => far.end());
  });

  async function trickle(from: IncomingMessage, to: ServerResponse, passage: Passage): Promise<void> {
    const chunks = (await from.toArray()) as Buffer[];
    const content = Buffer.concat(chunks);
    for (let at = 0; at < content.length && !to.destroyed; at += 1_000) {
      if (line.cutAfter !== undefined && passage.bytes >= line.cutAfter) {
        to.destroy();
        return;
      }
      const piece = content.subarray(at, at + 1_000);
      to.write(piece);
      passage.bytes += piece.length;
      await wait(line.perKilobyteMs);
    }
    to.end();
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const line: SlowLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passages,
    perKilobyteMs: 0,
    cutAfter: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return line;
}
