import type { Choice, Item } from './queries.ts';

/** What each tab is given. */
export interface TabProps {
  /** The GUID of the address. */
  readonly id: string;
  readonly choice: Choice;
  readonly item: Item;
}
