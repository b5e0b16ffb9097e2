import { Type } from 'typebox';
import type { ErrorName } from '../../kernel/errors.ts';
import type { AnswerDescription, DescribedHeaders } from './operation.ts';

/** Request headers of a download, RFC 9110. */
export const DOWNLOAD_CONDITIONS = {
  Range: 'One part of the file, by bytes: `bytes=1000-1999`, `bytes=1000-`, `bytes=-1000`.',
  'If-Range': 'An ETag or a date of Last-Modified: when it is not that of the file, the whole file is sent.',
  'If-Match': 'ETags that the client would go on with, or `*`: else the answer is an error.',
  'If-None-Match': 'ETags of what the client has, or `*`: then no content is sent.',
  'If-Modified-Since': 'Counts when there is no If-None-Match.',
  'If-Unmodified-Since': 'Counts when there is no If-Match.',
};

/** What a download may be refused with, by whoever may have the file. */
export const DOWNLOAD_ERRORS = [
  'fileUnavailable',
  'preconditionFailed',
  'rangeNotSatisfiable',
] as const satisfies ErrorName[];

/** The answers of a download, see {@link ./held-content.ts}, for the document. */
export function contentAnswers(texts: {
  readonly content: string;
  /** What the date says; undefined when there is none. */
  readonly lastModified?: string;
  readonly cacheControl: string;
  readonly headers?: DescribedHeaders;
}): Readonly<Record<number, AnswerDescription>> {
  // Response headers that say which content this is.
  const state = {
    ETag: 'Names this content, for good.',
    ...(texts.lastModified !== undefined && { 'Last-Modified': texts.lastModified }),
    'Cache-Control': `\`${texts.cacheControl}\``,
  };
  const content = {
    schema: Type.Unsafe<unknown>({ description: 'The bytes of the file.' }),
    contentType: '*/*',
    headers: {
      'Content-Disposition': 'The name of the file, RFC 6266.',
      'Accept-Ranges': '`bytes`',
      'Repr-Digest': 'SHA-256 of the whole file, RFC 9530.',
      ...state,
      ...texts.headers,
    },
  };
  return {
    200: { description: texts.content, ...content },
    206: {
      description: 'The part of the content that `Range` asks for.',
      ...content,
      headers: { 'Content-Range': 'Which bytes these are, and of how many.', ...content.headers },
    },
    304: { description: 'The client has this content already.', headers: state },
  };
}
