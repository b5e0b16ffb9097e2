import type { Send } from './send.ts';

/** The connection broke while the answer was read, or nothing came for too long. */
export class CutError extends Error {
  override readonly name = 'CutError';
}

/** A server that has nothing to say sends a line of comment every 15 s; a download that says nothing for as long as this is dead. */
const SILENCE_MS = 60_000;

export interface BodyRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly silenceMs?: number | undefined;
}

/** An answer whose body is read as it comes. */
export interface OpenBody {
  readonly response: Response;
  /** Throws a CutError when the connection breaks, and the signal's reason when it comes. Read to its end or returned, it leaves nothing open. */
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
  /** For an answer that is not read. */
  close(): void;
}

export async function openBody(send: Send, request: BodyRequest): Promise<OpenBody> {
  const { url, headers, signal, silenceMs = SILENCE_MS } = request;
  const cut = new AbortController();
  const response = await send({
    url,
    init: { headers, signal: signal === undefined ? cut.signal : AbortSignal.any([signal, cut.signal]) },
  });
  return { response, chunks: read(response, { cut, signal, silenceMs }), close: () => cut.abort() };
}

interface ReadSettings {
  /** Ends this connection alone. */
  readonly cut: AbortController;
  readonly signal: AbortSignal | undefined;
  readonly silenceMs: number;
}

async function* read(
  response: Response,
  { cut, signal, silenceMs }: ReadSettings,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const silence = setTimeout(
        () => cut.abort(new CutError(`Nothing came for ${silenceMs / 1_000} s`)),
        silenceMs,
      );
      // Whoever takes long over a piece is not the silence that is meant.
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) return;
      yield value;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof CutError ? error : new CutError('The connection broke', { cause: error });
  } finally {
    cut.abort();
  }
}
