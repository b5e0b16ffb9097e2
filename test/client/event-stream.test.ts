import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventsOf } from '../../client/src/event-stream.ts';

async function read(text: string, cuts: readonly number[] = []): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const ends = [
    ...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other),
    bytes.length,
  ];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let start = 0;
    for (const end of ends) {
      yield bytes.subarray(start, end);
      start = end;
    }
  }
  const found: string[] = [];
  for await (const data of eventsOf(chunks())) found.push(data);
  return found;
}

it.each([
  ['event: run\ndata: {"a":1}\n\n', ['{"a":1}']],
  ['data: one\n\ndata:two\n\n', ['one', 'two']],
  ['data: one\ndata: more\n\n', ['one\nmore']],
  [': still there\n\ndata: one\n\n', ['one']],
  ['data: one\r\n\r\ndata: two\r\rdata: three\n\n', ['one', 'two', 'three']],
  ['data: not whole\n', []],
  ['data: one\n\ndata: cut', ['one']],
])('reads %j', async (text, expected) => {
  expect(await read(text)).toEqual(expected);
});

it('reads the same events wherever the network cuts', async () => {
  const events = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, '') + 'ä€😀'),
  );
  const end = fc.constantFrom('\n', '\r', '\r\n');
  await fc.assert(
    fc.asyncProperty(events, end, fc.array(fc.nat()), async (data, eol, cuts) => {
      const text = data.map((one) => `event: run${eol}data: ${one}${eol}${eol}`).join('');
      expect(await read(text, cuts)).toEqual(data);
    }),
  );
});
