const UNITS = { B: 1, KB: 1_024, MB: 1_024 ** 2, GB: 1_024 ** 3, TB: 1_024 ** 4 } as const;
const SIZE_PATTERN = /^(\d{1,15})\s*(B|KB|MB|GB|TB)?$/;

/** Bytes of `100`, `64KB`, `500 MB`, `2gb`; undefined for anything else, and for more than a number counts exactly. */
export function parseSizeBytes(text: string): number | undefined {
  const match = SIZE_PATTERN.exec(text.trim().toUpperCase());
  if (match === null) return undefined;
  const sizeBytes = Number(match[1]) * UNITS[(match[2] ?? 'B') as keyof typeof UNITS];
  return Number.isSafeInteger(sizeBytes) ? sizeBytes : undefined;
}
