/**
 * What a browser may show in place: pictures and documents that cannot run anything in the page that has them. SVG can, so it is none.
 * By their media types, with the ends of names from which they are guessed where a record has no type.
 */
const PREVIEWS = {
  'image/png': { kind: 'IMAGE', extensions: ['png'] },
  'image/jpeg': { kind: 'IMAGE', extensions: ['jpg', 'jpeg'] },
  'image/gif': { kind: 'IMAGE', extensions: ['gif'] },
  'image/webp': { kind: 'IMAGE', extensions: ['webp'] },
  'application/pdf': { kind: 'PDF', extensions: ['pdf'] },
} as const satisfies Readonly<
  Record<string, { readonly kind: string; readonly extensions: readonly string[] }>
>;

export const PREVIEW_KINDS = ['IMAGE', 'PDF'] as const;

/** Type and subtype, each a token of RFC 9110, with parameters of which a header can hold every character. */
const SAFE_MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(\s*;[\x20-\x7e]*)?$/;
const UNKNOWN = 'application/octet-stream';

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const cases = (form: (type: string, preview: (typeof PREVIEWS)[keyof typeof PREVIEWS]) => string): string =>
  Object.entries(PREVIEWS)
    .map(([type, preview]) => form(type, preview))
    .join(' ');

/** SQL over `f` (files): the media type; null where nobody knows. */
export const MEDIA_TYPE = `coalesce(lower(f.mime_type), CASE ${cases(
  (type, { extensions }) =>
    `WHEN lower(substring(f.name from '[.]([^.]+)$')) IN (${quoted(extensions)}) THEN '${type}'`,
)} END)`;
/** SQL over `f`: one of {@link PREVIEW_KINDS}, or null. */
export const PREVIEW = `CASE WHEN f.content_key IS NOT NULL THEN CASE ${MEDIA_TYPE} ${cases(
  (type, { kind }) => `WHEN '${type}' THEN '${kind}'`,
)} END END`;

/** How a content is given to browsers. */
export function servedAs(mediaType: string | null): {
  readonly mimeType: string;
  readonly disposition: 'inline' | 'attachment';
} {
  const mimeType = mediaType !== null && SAFE_MEDIA_TYPE.test(mediaType) ? mediaType : UNKNOWN;
  return { mimeType, disposition: Object.hasOwn(PREVIEWS, mimeType) ? 'inline' : 'attachment' };
}
