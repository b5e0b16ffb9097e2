/**
 * How a row finds a record that it names: joins over rows `s`, none of which makes two of a row, and SQL for the record's id. Joins, as a
 * query in the list of columns is executed for each row, where a join reads a small table once.
 */
export interface Lookup {
  readonly joins: string;
  readonly id: string;
}

export function joinsOf(lookups: readonly Lookup[]): string {
  return lookups.map(({ joins }) => joins).join('\n');
}
