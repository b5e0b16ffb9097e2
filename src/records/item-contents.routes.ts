import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { by, type RecordAudit } from '../access/audit.contract.ts';
import { fail } from '../kernel/errors.ts';
import { isStorable } from '../kernel/text.ts';
import type { Database } from '../platform/db/database.ts';
import { contentDisposition } from '../platform/http/content-disposition.ts';
import { createContentSender } from '../platform/http/held-content.ts';
import {
  contentAnswers,
  DOWNLOAD_CONDITIONS,
  DOWNLOAD_ERRORS,
} from '../platform/http/held-content-answers.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Log } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { ITEM_PATH, ITEMS_TAG } from './items.contract.ts';
import { getRevision } from './items.service.ts';
import { servedAs } from './media-types.ts';
import { findContent } from './stored-contents.ts';

export interface ItemContentPorts {
  readonly db: Database;
  readonly storage: Storage;
  readonly log: Log;
  readonly audit: RecordAudit;
}

/** A browser asks again whether it may show what it has: who has logged out may not. */
const CACHE_CONTROL = 'private, no-cache, no-transform';
/** Whatever a file is, it runs nothing as a page of ours. */
const CONTENT_SECURITY_POLICY = 'sandbox';

/** The contents of the files of items. */
export function registerItemContents(app: HttpServer, ports: ItemContentPorts): void {
  const { db, audit } = ports;
  const sendContent = createContentSender(ports);

  async function send(
    { guid, file }: { readonly guid: string; readonly file: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const caller = callerOf(request);
    const { itemId } = await getRevision(db, caller, { guid });
    const found = isStorable(file) ? await findContent(db, { ...caller, itemId, guid: file }) : undefined;
    if (found === undefined) return fail('invalidGuid', file);
    const { storageKey, sizeBytes, sha256 } = found;
    if (storageKey === null || sizeBytes === null || sha256 === null) return fail('fileUnavailable', file);
    const { mimeType, disposition } = servedAs(found.mediaType);
    return sendContent(
      { ...found, storageKey, sizeBytes, sha256, mimeType, lastModified: undefined },
      {
        request,
        reply,
        headers: {
          'Content-Disposition': contentDisposition(found.name, disposition),
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        },
        cacheControl: CACHE_CONTROL,
        onStart: (detail) =>
          audit(db, {
            action: 'DOWNLOAD',
            ...by(caller),
            outcome: 'STARTED',
            target: found.guid,
            detail,
          }),
      },
    );
  }

  addOperation(app, {
    method: 'GET',
    answersHead: true,
    url: '/v1/items/:guid/files/:file/content',
    id: 'downloadItemFile',
    tag: ITEMS_TAG,
    summary: 'Download a file of an item',
    description:
      'For files whose content Waybill holds, of any revision of the item. PNG, JPEG, GIF, WebP and PDF may be shown in place; all else is an attachment. A `Range` of several parts is answered with the whole file, and HEAD knows no ranges.',
    path: { ...ITEM_PATH, file: 'The file: `file.guid` of one of the files of the item.' },
    headers: DOWNLOAD_CONDITIONS,
    answers: contentAnswers({
      content: 'The content of the file.',
      cacheControl: CACHE_CONTROL,
      headers: { 'Content-Security-Policy': `\`${CONTENT_SECURITY_POLICY}\`` },
    }),
    errors: [...DOWNLOAD_ERRORS],
    handle: ({ request, reply, params }) => send(params, request, reply),
  });
}
