import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPortableSha256, createSha256 } from '../../client/src/sha256.ts';

it('in browsers and in Node is what node:crypto says, however the content is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 })), async (pieces) => {
      const expected = createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
      for (const create of [createSha256, createPortableSha256]) {
        const hash = await create();
        for (const piece of pieces) hash.update(piece);
        expect(hash.hex()).toBe(expected);
      }
    }),
  );
});
