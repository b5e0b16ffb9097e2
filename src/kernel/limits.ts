/** What the reference says when there is no limit. */
export const UNLIMITED = 2_147_483_647;

/** Ceilings of an export; {@link UNLIMITED} is none. */
export interface ExportLimits {
  /** Items in one export. */
  readonly maxItems: number;
  /** Rows of all views together, in an export with BOM or FILES. */
  readonly maxLines: number;
  /** Runs of one user that have not ended. */
  readonly runsInProgress: number;
  /** Criteria, when one of them is about the item's GUID. */
  readonly guidCriteria: number;
}

export interface Limits extends ExportLimits {
  /** Requests of a workspace in a day. */
  readonly requestLimit: number;
}

/** The limits that can be switched on by one name: none, or the reference's. */
export const LIMITS_PROFILES = {
  open: {
    maxItems: UNLIMITED,
    maxLines: UNLIMITED,
    runsInProgress: UNLIMITED,
    guidCriteria: UNLIMITED,
    requestLimit: UNLIMITED,
  },
  arena: { maxItems: 20_000, maxLines: 5_000, runsInProgress: 1, guidCriteria: 1, requestLimit: 1_000 },
} as const satisfies Record<string, Limits>;
export type LimitsProfile = keyof typeof LIMITS_PROFILES;
