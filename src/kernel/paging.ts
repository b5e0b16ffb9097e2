/** Which part of a list to answer with. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 400;

/** A page of rows and how many there are in all. */
export interface Paged<Row> {
  readonly count: number;
  readonly results: readonly Row[];
}
