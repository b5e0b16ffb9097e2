import type { SearchLanes } from '../platform/db/search-lanes.ts';
import type { Allowance } from './allowance.ts';
import type { FindCaller } from './callers.store.ts';
import type { LoginPorts } from './login.service.ts';
import type { Recent } from './recent.ts';

/** What the routes of sessions work with. */
export interface AccessPorts extends LoginPorts {
  readonly findCaller: FindCaller;
  readonly allowance: Allowance;
  readonly searches: SearchLanes;
  readonly recent: Recent;
  /** Whose pages may use a visitor's cookie. */
  readonly corsOrigins: readonly string[];
}
