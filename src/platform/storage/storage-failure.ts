/** What a file system says of itself, in words for whoever did not set it up. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the storage is full',
  EDQUOT: 'the storage is full',
  EFBIG: 'the storage takes no file so large',
  ...Object.fromEntries(
    // Gone, forbidden, read-only, a network file system that is away, a broken disk.
    ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ESTALE', 'ENODEV', 'EIO'].map((code) => [
      code,
      'the storage is not accessible',
    ]),
  ),
};

/** What of the storage an error tells, as the end of a sentence; undefined when it is none of a file system's. */
export function storageFailureOf(error: unknown): string | undefined {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // A connection that fails has such codes too.
  return typeof code === 'string' && syscall !== 'connect' ? WORDS[code] : undefined;
}
