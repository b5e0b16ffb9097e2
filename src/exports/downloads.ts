import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { by } from '../access/audit.contract.ts';
import { fail } from '../kernel/errors.ts';
import { contentDisposition } from '../platform/http/content-disposition.ts';
import { createContentSender } from '../platform/http/held-content.ts';
import type { ExportPorts } from './exports.service.ts';
import { markDownloaded } from './run-state.ts';
import type { RunFileRow } from './runs.store.ts';

/** For the one who asks alone, and byte by byte as it is stored. */
export const RUN_FILE_CACHE_CONTROL = 'private, no-transform';

export interface Downloads {
  /**
   * Answers a GET or HEAD of a file: whole, in part or not at all, as the request's conditions say. The run becomes DOWNLOADED after the
   * last byte of the file was handed to the network, also when it is the last byte of a download that was resumed.
   */
  send(file: RunFileRow, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Resolves when the downloads that have ended are written down: who downloads and then asks must see it. */
  settled(): Promise<void>;
}

export function createDownloads({
  db,
  storage,
  log,
  audit,
}: Pick<ExportPorts, 'db' | 'storage' | 'log' | 'audit'>): Downloads {
  const marking = new Set<Promise<unknown>>();
  const sendContent = createContentSender({ storage, log });

  function mark(runId: number): void {
    const marked = markDownloaded(db, runId)
      .catch((error: unknown) => {
        log.error({ runId, err: error }, 'the download was not written down');
      })
      .finally(() => marking.delete(marked));
    marking.add(marked);
  }

  return {
    async send(file, request, reply) {
      const isKept = file.removedAt === null && file.expiresAt > new Date();
      if (!isKept) return fail('fileUnavailable', file.guid);
      return sendContent(
        { ...file, lastModified: file.createdAt },
        {
          request,
          reply,
          headers: { 'Content-Disposition': contentDisposition(file.name) },
          cacheControl: RUN_FILE_CACHE_CONTROL,
          onStart: (detail) =>
            audit(db, {
              action: 'DOWNLOAD',
              ...by(callerOf(request)),
              outcome: 'STARTED',
              target: file.guid,
              detail,
            }),
          onSent() {
            mark(file.runId);
          },
        },
      );
    },
    async settled() {
      await Promise.allSettled(marking);
    },
  };
}
