/** What would end the header or its quotes, name a folder, or is a control character (C0, DEL, C1). */
const UNSAFE = /[\\/\u0000-\u001f\u007f-\u009f]/g;

/** `Content-Disposition` of a download, RFC 6266: a plain name for old clients, the true one in UTF-8 (RFC 8187) beside it. */
export function contentDisposition(name: string, type: 'attachment' | 'inline' = 'attachment'): string {
  const safe = name.toWellFormed().replace(UNSAFE, '_');
  // Some clients decode `%` in a plain name, and some take a backslash before a quote for part of it: neither stands in it.
  const plain = safe
    .replace(/[^\x20-\x7e]/gu, '_')
    .replaceAll('"', "'")
    .replaceAll('%', '_');
  // These four the RFC wants encoded, and encodeURIComponent leaves them.
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
