/** Bytes of a file by their places, both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const ONE_RANGE = /^(\d*)-(\d*)$/;

/**
 * Reads a `Range` header (RFC 9110, section 14) for a file of `sizeBytes`. Undefined stands for the whole file: no header, another
 * unit than bytes, a malformed header, and several ranges, which the RFC lets a server ignore: a download is resumed by one range.
 */
export function readByteRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const list = /^bytes=(.*)$/i.exec(header ?? '')?.[1] ?? '';
  // Empty members of a list are none (its section 5.6.1).
  const [range, ...others] = list
    .split(',')
    .map((one) => one.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((one) => one !== '');
  const [, first = '', last = ''] = ONE_RANGE.exec(range ?? '') ?? [];
  if (others.length > 0 || (first === '' && last === '')) return undefined;
  if (first === '') return within(sizeBytes - Math.min(Number(last), sizeBytes), sizeBytes - 1, sizeBytes);
  if (last === '') return within(Number(first), sizeBytes - 1, sizeBytes);
  if (Number(last) < Number(first)) return undefined;
  return within(Number(first), Math.min(Number(last), sizeBytes - 1), sizeBytes);
}

/** What begins behind the last byte cannot be given: `-0` is such, and anything of an empty file. */
function within(start: number, end: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  return start < sizeBytes ? { start, end } : 'unsatisfiable';
}
