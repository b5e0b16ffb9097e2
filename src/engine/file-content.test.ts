import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExportFailure } from './export-failure.ts';
import { isCompressible, readContent, safeFileName, type ContentFile } from './file-content.ts';

const FILE: ContentFile = {
  id: 1,
  guid: 'A'.repeat(20),
  name: 'drawing.pdf',
  mimeType: 'application/pdf',
  contentKey: 'files/1',
  sha256: null,
  sizeBytes: null,
  path: 'files/x/drawing.pdf',
};

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 250 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      '..',
      '/',
      '\\',
      ' ',
      ':',
      '\0',
      '\x1f',
      '\x85',
      '\ud800',
      '\udc00',
      '\u00a0',
      '\u2028',
      '\ufeff',
      'é',
      '😀',
      'a',
    ),
    maxLength: 250,
  }),
);

describe('safeFileName', { timeout: 300_000 }, () => {
  it('is a safe name for every text, and its own safe name', () => {
    fc.assert(
      fc.property(name, (text) => {
        const safe = safeFileName(text);
        expect(safe).not.toMatch(/[\\/:\p{Cc}]/u);
        expect(safe).not.toContain('..');
        expect(['', '.']).not.toContain(safe);
        expect(safe).toBe(safe.trim());
        expect(safe.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: process.env['WAYBILL_TEST_LONG'] === undefined ? 2_000 : 30_000 },
    );
  });

  it('leaves a name its extension, however much of the rest is cut', () => {
    const extension = fc
      .string({ unit: fc.constantFrom('a', 'Z', '7', '-', 'é', '😀'), minLength: 1, maxLength: 16 })
      .map((text) => `.${text}`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 100, maxLength: 250 }), extension, (stem, end) => {
        // Between letters: no dot of the stem's meets that of the extension, which would make both unsafe.
        expect(safeFileName(`x${stem}x${end}`).endsWith(end)).toBe(true);
      }),
    );
  });

  it.each([
    ['drawing.pdf', 'drawing.pdf'],
    ['Zeichnung für 部品 😀.pdf', 'Zeichnung für 部品 😀.pdf'],
    ['../../etc/passwd', '______etc_passwd'],
    ['C:\\temp\\x', 'C__temp_x'],
    ['a\r\nb\u0000', 'a__b_'],
    ['', '_'],
    ['  ', '_'],
    ['.', '_'],
    [' . ', '_'],
    ['...', '__.'],
    ['a\ud800b', 'a\ufffdb'],
    ['ü'.repeat(101), 'ü'.repeat(100)],
    [`${'a'.repeat(199)}ü`, 'a'.repeat(199)],
    [`${'a'.repeat(199)} b`, 'a'.repeat(199)],
    // What is too long keeps its extension.
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
    [`${'ü'.repeat(150)}.STEP`, `${'ü'.repeat(97)}.STEP`],
    [`${'😀'.repeat(80)}.図面`, `${'😀'.repeat(48)}.図面`],
    [`${'a'.repeat(195)}. b${'c'.repeat(50)}.pdf`, `${'a'.repeat(195)}.pdf`],
    [`.${' '.repeat(220)}x.pdf`, '.pdf'],
    [`${'a'.repeat(250)}.`, 'a'.repeat(200)],
    // A dot far from the end, or in a sentence, begins none.
    [`a.${'b'.repeat(250)}`, `a.${'b'.repeat(198)}`],
    [`${'a'.repeat(250)}. See there`, 'a'.repeat(200)],
  ])('%j', (text, safe) => {
    expect(safeFileName(text)).toBe(safe);
  });
});

describe('readContent', () => {
  const content = Buffer.from('the bytes');
  const sha256 = createHash('sha256').update(content).digest();
  async function* halves(): AsyncGenerator<Uint8Array> {
    yield content.subarray(0, 4);
    yield content.subarray(4);
  }
  async function read(file: ContentFile, open: () => Promise<AsyncIterable<Uint8Array>>): Promise<Buffer> {
    return Buffer.concat(
      await Array.fromAsync(
        readContent({ open, readWhole: () => Promise.reject(new Error('not at once')) }, file),
      ),
    );
  }

  it.each([null, sha256])('gives the bytes, checksum %j', async (expected) => {
    expect((await read({ ...FILE, sha256: expected }, async () => halves())).equals(content)).toBe(true);
  });

  it('fails with the name of the file when its checksum differs', async () => {
    const reading = read({ ...FILE, sha256: Buffer.alloc(32) }, async () => halves());
    await expect(reading).rejects.toThrow(ExportFailure);
    await expect(reading).rejects.toThrow(`"drawing.pdf" (${FILE.guid}) is not what was stored`);
  });

  it('fails with the name of the file, and keeps the cause, when it cannot be opened or read', async () => {
    const cause = new Error('ENOENT: /secret/place');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield content;
      throw cause;
    }
    for (const open of [() => Promise.reject(cause), async () => broken()]) {
      const error: unknown = await read(FILE, open).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ExportFailure);
      expect(error).toMatchObject({ message: expect.stringContaining('"drawing.pdf"') as string, cause });
      expect(String(error)).not.toContain('secret');
    }
  });
});

describe('isCompressible', () => {
  it.each([
    [null, true],
    ['text/csv', true],
    ['application/pdf', true],
    ['image/svg+xml', true],
    ['image/png', false],
    ['video/mp4', false],
    ['application/zip', false],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', false],
  ])('%s: %s', (mimeType, expected) => {
    expect(isCompressible({ ...FILE, mimeType })).toBe(expected);
  });
});
