import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

/** RFC 6266 with RFC 8187: a quoted-string that needs no escapes, then attr-char and percent-encoded bytes. */
const HEADER =
  /^attachment; filename="([ !#-[\]-~]*)"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*)$/;

/** The two names in a header that keeps to the grammar. */
function namesIn(header: string): { plain: string; true: string } {
  const [, plain, encoded] = HEADER.exec(header) ?? [];
  return { plain: plain!, true: decodeURIComponent(encoded!) };
}

describe('contentDisposition', () => {
  it.each([
    ['Results.zip', 'Results.zip', 'Results.zip'],
    ['Größe.zip', 'Gr__e.zip', 'Größe.zip'],
    ['Выгрузка.zip', '________.zip', 'Выгрузка.zip'],
    ['部品表 エクスポート.zip', '___ ______.zip', '部品表 エクスポート.zip'],
    ['\u{1F680}\u{1F468}\u200d\u{1F680}.zip', '____.zip', '\u{1F680}\u{1F468}\u200d\u{1F680}.zip'],
    ['قائمة.zip', '_____.zip', 'قائمة.zip'],
    [`"a" 'b'.zip`, `'a' 'b'.zip`, `"a" 'b'.zip`],
    ['100% %41.zip', '100_ _41.zip', '100% %41.zip'],
    ['a;b=c,(d)*.zip', 'a;b=c,(d)*.zip', 'a;b=c,(d)*.zip'],
    ['../../etc\\passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
    ['a\r\nX-Evil: 1\0\u007f\u0085', 'a__X-Evil: 1___', 'a__X-Evil: 1___'],
    ['a\ud800b', 'a_b', 'a\ufffdb'],
    ['', '', ''],
  ])('%j', (name, plain, whole) => {
    expect(namesIn(contentDisposition(name))).toEqual({ plain, true: whole });
  });

  it('keeps to the grammar for every name, and every name comes back but for what is unsafe', () => {
    // Half surrogates too.
    const character = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point));
    const names = fc.array(fc.oneof(character, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(names, (name) => {
        const expected = name.toWellFormed().replace(/[\\/\p{Cc}]/gu, '_');
        expect(namesIn(contentDisposition(name)).true).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
