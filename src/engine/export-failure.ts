/** A run cannot be done; the message says why, for the person who ran it. */
export class ExportFailure extends Error {
  override readonly name = 'ExportFailure';
}
