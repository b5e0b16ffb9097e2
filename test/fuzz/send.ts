import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import type { ApiCase } from './api-cases.ts';
import type { RawCase } from './raw-cases.ts';

/** One answer of the server; of raw bytes there may be several, or none. */
export interface SeenAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export interface Outcome {
  readonly answers: readonly SeenAnswer[];
  /** Everything that came, for the search for what should not be in it. */
  readonly received: string;
  readonly durationMs: number;
  /** It took longer than it may. */
  readonly isHanging: boolean;
}

/** After such a silence we end our half: the server waits for more, which does not come. */
const SILENCE_MS = 250;
/** Of a stream of events the first is enough. */
const isStream = ({ headers }: IncomingMessage): boolean => headers['content-type'] === 'text/event-stream';

export interface Sender {
  send(one: ApiCase): Promise<Outcome>;
  sendRaw(one: RawCase): Promise<Outcome>;
  close(): void;
}

/** @param limitMs how long a request may take @param fill puts tokens and GUIDs in the place of their names */
export function createSender(url: string, limitMs: number, fill: (text: string) => string): Sender {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true });

  /** A connection that the server closed just when it was used again tells nothing: then a new one is used. */
  async function send(one: ApiCase, isSecond = false): Promise<Outcome> {
    const startedAt = performance.now();
    const body = one.body === undefined ? undefined : Buffer.from(fill(one.body));
    const sent = request({
      host: hostname,
      port,
      agent: isSecond ? false : agent,
      method: one.method,
      path: fill(one.path),
      headers: headersOf(one, body?.length).flatMap(([name, value]) => [name, fill(value)]),
    });
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      sent.destroy();
    }, limitMs);
    const answered = new Promise<SeenAnswer | undefined>((resolve) => {
      let isAnswered = false;
      sent.on('response', (response) => {
        isAnswered = true;
        const chunks: Buffer[] = [];
        const done = (): void =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            text: textOf(Buffer.concat(chunks), response.headers['content-encoding']),
          });
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (isStream(response)) response.destroy();
        });
        response.on('close', done);
        response.on('error', done);
      });
      const fail = (): void => {
        if (!isAnswered) resolve(undefined);
      };
      sent.on('error', fail);
      sent.on('close', fail);
    });
    sent.end(body);
    const answer = await answered;
    clearTimeout(timer);
    const isHanging = late.signal.aborted;
    if (answer === undefined && sent.reusedSocket && !isHanging && !isSecond) return send(one, true);
    return {
      answers: answer === undefined ? [] : [answer],
      received: answer === undefined ? '' : JSON.stringify(answer.headers) + answer.text,
      durationMs: performance.now() - startedAt,
      isHanging,
    };
  }

  async function sendRaw({ bytes }: RawCase): Promise<Outcome> {
    const startedAt = performance.now();
    const chunks: Buffer[] = [];
    let isHanging = false;
    await new Promise<void>((resolve) => {
      const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
      const silence = setTimeout(() => socket.end(), SILENCE_MS);
      const timer = setTimeout(() => {
        isHanging = true;
        socket.destroy();
      }, limitMs);
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        silence.refresh();
      });
      // The server is done; a reset of what we were still sending is its right.
      socket.on('end', () => socket.end());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(silence);
        clearTimeout(timer);
        resolve();
      });
      socket.write(Buffer.from(fill(bytes), 'latin1'));
    });
    const received = Buffer.concat(chunks).toString('latin1');
    return { answers: answersOf(received), received, durationMs: performance.now() - startedAt, isHanging };
  }

  return { send: (one) => send(one), sendRaw, close: () => agent.destroy() };
}

/** What was cut off is left as it is. */
function textOf(bytes: Buffer, encoding: string | undefined): string {
  try {
    return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
  } catch {
    return bytes.toString();
  }
}

/** In a list of names and values a name may come twice, and nothing is added. */
function headersOf({ headers }: ApiCase, length: number | undefined): ApiCase['headers'] {
  const has = (wanted: string): boolean => headers.some(([name]) => name === wanted);
  return [
    ...(has('Host') ? [] : [['Host', 'fuzz.test'] as const]),
    ...headers,
    ...(length === undefined ? [] : [['Content-Length', String(length)] as const]),
  ];
}

/** The answers that came over a connection, by their lengths; the body of one to HEAD is missing, and the next begins in its place. */
export function answersOf(received: string): SeenAnswer[] {
  const answers: SeenAnswer[] = [];
  let rest = received;
  for (;;) {
    const head = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n((?:[^\r]*\r\n)*?)\r\n/.exec(rest);
    if (head === null) return answers;
    rest = rest.slice(head[0].length);
    const headers = Object.fromEntries(
      head[2]!
        .split('\r\n')
        .map((one) => one.split(/: ?/, 2))
        .map(([name = '', value]) => [name.toLowerCase(), value]),
    );
    const isInterim = head[1]!.startsWith('1');
    const length =
      isInterim || rest.startsWith('HTTP/1.1 ') ? 0 : Number(headers['content-length'] ?? rest.length);
    answers.push({ status: Number(head[1]), headers, text: rest.slice(0, length) });
    rest = rest.slice(length);
  }
}
