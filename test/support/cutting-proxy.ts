import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

export interface CuttingProxy {
  readonly url: string;
  /** The `Range` of each request for a content, null for the whole. */
  readonly ranges: (string | null)[];
  /** Breaks the connection of so many contents to come, each after so many bytes. */
  cut(times: number, afterBytes: number): void;
  /** Spoils one byte of each content to come, at this place. */
  spoil(at: number): void;
  close(): Promise<void>;
}

/** Between a client and a server: a network that breaks in the middle of a download. */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const ranges: (string | null)[] = [];
  let cuts = { times: 0, afterBytes: 0 };
  let spoiledAt: number | undefined;

  async function relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method, headers, url = '' } = incoming;
    const isContent = url.endsWith('/content');
    if (isContent) ranges.push(headers.range ?? null);
    const onward = request(target + url, { method, headers: { ...headers, host: new URL(target).host } });
    const answered = once(onward, 'response') as Promise<[IncomingMessage]>;
    await pipeline(incoming, onward);
    const [answer] = await answered;
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, isContent ? damage : pass, outgoing);
  }

  async function* pass(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    yield* chunks;
  }

  async function* damage(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const isCut = cuts.times > 0;
    cuts.times -= 1;
    let sent = 0;
    for await (const chunk of chunks) {
      const left = isCut ? cuts.afterBytes - sent : chunk.length;
      if (spoiledAt !== undefined && spoiledAt >= sent && spoiledAt < sent + chunk.length)
        chunk[spoiledAt - sent]! ^= 0xff;
      yield chunk.subarray(0, left);
      sent += chunk.length;
      if (!isCut || sent < cuts.afterBytes) continue;
      // What was written before the cut has left by then.
      await wait(100);
      throw new Error('cut');
    }
  }

  const server = createServer((incoming, outgoing) => {
    // Either side has gone, or it was cut: both are gone then.
    relay(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ranges,
    cut(times, afterBytes) {
      cuts = { times, afterBytes };
    },
    spoil(at) {
      spoiledAt = at;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
