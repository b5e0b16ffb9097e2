import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/errors.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { ExportPorts } from './exports.service.ts';
import { markDownloaded } from './run-state.ts';
import type { RunFileRow } from './runs.store.ts';

export interface Downloads {
  /** Streams a file; the run becomes DOWNLOADED after its last byte was handed to the network. */
  send(file: RunFileRow, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Resolves when the downloads that have ended are written down: who downloads and then asks must see it. */
  settled(): Promise<void>;
}

export function createDownloads({ db, storage, log }: ExportPorts): Downloads {
  const marking = new Set<Promise<unknown>>();
  const isWhole = createChecker(storage);

  return {
    async send(file, request, reply) {
      const isKept = file.removedAt === null && file.expiresAt > new Date();
      if (!isKept || !(await isWhole(file))) return fail('fileUnavailable', file.guid);
      void reply.headers({
        'Content-Type': file.mimeType,
        'Content-Length': file.sizeBytes,
        'Content-Disposition': contentDisposition(file.name),
        ETag: `"${file.sha256.toString('hex')}"`,
        'Repr-Digest': `sha-256=:${file.sha256.toString('base64')}:`,
        'Cache-Control': 'private, no-transform',
      });
      if (request.method === 'HEAD') return reply.send();
      const content = await storage.openRead(file.storageKey);
      // 'finish' comes when the last byte was handed to the network; a client that went away before gets only 'close'.
      reply.raw.once('finish', () => {
        const marked = markDownloaded(db, file.runId)
          .catch((error: unknown) => {
            log.error({ runId: file.runId, err: error }, 'the download was not written down');
          })
          .finally(() => marking.delete(marked));
        marking.add(marked);
      });
      return reply.send(content);
    },
    async settled() {
      await Promise.allSettled(marking);
    },
  };
}

/** Files remembered as checked; 10 000 keys are under 2 MB. */
const MAX_CHECKED = 10_000;

/**
 * Whether the content is what was stored. Its checksum is read once in the life of a process, before the first byte goes out
 * (about 1 s for a GB); from then on its size must do.
 */
function createChecker(storage: Storage): (file: RunFileRow) => Promise<boolean> {
  const checked = new Set<string>();
  return async ({ storageKey, sizeBytes, sha256 }) => {
    const stat = await storage.stat(storageKey);
    if (stat?.sizeBytes !== sizeBytes) return false;
    if (checked.has(storageKey)) return true;
    const hash = createHash('sha256');
    await pipeline(await storage.openRead(storageKey), hash);
    if (!hash.digest().equals(sha256)) return false;
    if (checked.size >= MAX_CHECKED) checked.clear();
    checked.add(storageKey);
    return true;
  };
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 beside it. Nothing in a name can end the header. */
function contentDisposition(name: string): string {
  const safe = name.replace(/[\\/\u0000-\u001f\u007f]/g, '_');
  const ascii = safe
    .replace(/[^\x20-\x7e]/g, '_')
    .replaceAll('"', "'")
    .replaceAll('%', '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
