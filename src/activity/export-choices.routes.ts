import { callerOf } from '../access/access.contract.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import { LIMITS_PROFILES, type Limits, type LimitsProfile } from '../kernel/limits.ts';
import type { Database } from '../platform/db/database.ts';
import { addOperation } from '../platform/http/operation.ts';
import { booleanParameter } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import {
  criteriaAttributeListSchema,
  exportLimitsSchema,
  exportViewListSchema,
} from './export-choices.contract.ts';
import { listLifecyclePhases } from './export-choices.store.ts';
import { describeCriteria, describeLimits, describeViews } from './export-choices.ts';
import { SETTINGS_TAG } from './settings.contract.ts';

export interface ChoicesPorts {
  readonly db: Database;
  readonly limits: Limits;
  readonly limitsProfile: LimitsProfile;
}

const listed = <Result>(results: readonly Result[]) => ({ count: results.length, results });

/** What one can choose from when making an export: views, what criteria can ask about, and how large it may be. */
export function registerExportChoices(app: HttpServer, { db, limits, limitsProfile }: ChoicesPorts): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/settings/exports/views',
    id: 'listExportViews',
    tag: SETTINGS_TAG,
    summary: 'List the export views with their columns',
    description: 'The columns are those of this workspace: custom attributes stand among them.',
    path: {},
    answers: {
      200: {
        description: 'The views, in the order of the reference.',
        schema: exportViewListSchema,
        example: listed(describeViews([]).filter(({ view }) => view === 'BOM')),
      },
    },
    handle: async ({ request }) =>
      listed(describeViews(await listCustomAttributes(db, callerOf(request).workspaceId))),
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/settings/exports/criteria',
    id: 'listCriteriaAttributes',
    tag: SETTINGS_TAG,
    summary: 'List what criteria can ask about',
    description: 'The attributes that every workspace has, then the custom attributes of its items by name.',
    path: {},
    query: { includePossibleValues: booleanParameter('true: with the values of options.') },
    answers: {
      200: {
        description: 'The attributes, each with its operators.',
        schema: criteriaAttributeListSchema,
        example: listed(CRITERIA_EXAMPLE),
      },
    },
    handle: async ({ request, query }) => {
      const { workspaceId } = callerOf(request);
      const [attributes, lifecyclePhases] = await Promise.all([
        listCustomAttributes(db, workspaceId),
        listLifecyclePhases(db, workspaceId),
      ]);
      return listed(
        describeCriteria({ attributes, lifecyclePhases }).map(({ possibleValues, ...attribute }) => ({
          ...attribute,
          ...(query.includePossibleValues === true && possibleValues !== undefined && { possibleValues }),
        })),
      );
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/settings/exports/limits',
    id: 'getExportLimits',
    tag: SETTINGS_TAG,
    summary: 'Show the limits of exports on this server',
    path: {},
    answers: {
      200: {
        description: 'The limits that are in force.',
        schema: exportLimitsSchema,
        example: describeLimits('arena', LIMITS_PROFILES.arena),
      },
    },
    handle: async () => describeLimits(limitsProfile, limits),
  });
}

const SHOWN: readonly string[] = ['number', 'lifecyclePhase.stage', 'modifiedBOM'];
const CRITERIA_EXAMPLE = describeCriteria({ attributes: [], lifecyclePhases: [] }).filter(({ apiName }) =>
  SHOWN.includes(apiName),
);
