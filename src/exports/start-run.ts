import type { Caller } from '../access/access.contract.ts';
import { by } from '../access/audit.contract.ts';
import { listCustomAttributes, type CustomAttribute } from '../engine/attributes.ts';
import { compileCriteria, parseCriteria, type Criteria } from '../engine/criteria/criteria.ts';
import { countMatches } from '../engine/item-set.ts';
import { checkMatched, countUpTo } from '../engine/limits.ts';
import { fail, failIfAny, type Violation } from '../kernel/errors.ts';
import { createGuid } from '../kernel/guid.ts';
import { UNLIMITED } from '../kernel/limits.ts';
import { isDatabaseUnavailable } from '../platform/db/availability.ts';
import { SearchTimeoutError } from '../platform/db/search-lanes.ts';
import { createBodyReader } from '../platform/http/body.ts';
import type { DefinitionRow } from './definitions.store.ts';
import { runBody } from './exports.contract.ts';
import { getDefinition, guidViolations, type ExportPorts } from './exports.service.ts';
import {
  findMade,
  keepKey,
  repeatableOf,
  type IdempotencyHeader,
  type RepeatableRequest,
} from './idempotency.ts';
import { enqueueRun } from './run-queue.ts';
import { countUnendedRuns, getRun, insertRun, lockUser, type RunRow } from './runs.store.ts';

const readRunBody = createBodyReader(runBody);

export interface RunRequest {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly definitionGuid: string;
  readonly body: unknown;
  readonly idempotencyKey: IdempotencyHeader;
}

/** The run of a request: a new one, or for a request sent again with its `Idempotency-Key` the one that it started then. */
export async function startRun(ports: ExportPorts, caller: Caller, request: RunRequest): Promise<RunRow> {
  const [definition, attributes] = await Promise.all([
    getDefinition(ports.db, caller, request.definitionGuid),
    listCustomAttributes(ports.db, caller.workspaceId),
  ]);
  const { value, problems } = readRunBody(request.body);
  const { repeatable, problems: keyProblems } = repeatableOf(request.idempotencyKey, {
    userId: caller.userId,
    target: definition.guid,
    body: value,
  });
  const found = [...problems, ...keyProblems];
  // Before all that may refuse a new run: what was accepted once is not refused later, whatever has changed since.
  const earlier = found.length > 0 ? undefined : await findMade(ports.db, repeatable);
  if (earlier !== undefined) return getRun(ports.db, earlier);
  const { signal } = request;
  const criteria = await checkRun(ports, definition, {
    criteria: value.criteria,
    attributes,
    problems: found,
    signal,
  });
  const runId = await acceptRun(ports, { caller, definition, criteria, repeatable });
  return getRun(ports.db, runId);
}

/** The criteria that a new run goes by, unless something speaks against it. */
async function checkRun(
  ports: ExportPorts,
  definition: DefinitionRow,
  body: {
    criteria: unknown;
    attributes: readonly CustomAttribute[];
    problems: readonly Violation[];
    signal: AbortSignal;
  },
): Promise<unknown> {
  const { attributes } = body;
  const own = parseCriteria(body.criteria, attributes);
  failIfAny([...body.problems, ...own.violations, ...guidViolations(own.criteria, ports.limits)]);
  const isDefined = hasCriteria(definition.criteria);
  if (isDefined && own.criteria !== undefined) fail('criteriaOverride');
  if (!isDefined && own.criteria === undefined) fail('criteriaMissing');
  // Criteria of a definition that have become wrong since, as when an attribute is gone, are for the run to tell.
  const criteria = isDefined ? parseCriteria(definition.criteria, attributes).criteria : own.criteria;
  // The definition may have been made before the limit was set.
  failIfAny(guidViolations(criteria, ports.limits));
  if (criteria !== undefined) await checkSize(ports, { definition, criteria, signal: body.signal });
  return isDefined ? definition.criteria : body.criteria;
}

interface NewRunRequest {
  readonly caller: Caller;
  readonly definition: DefinitionRow;
  readonly criteria: unknown;
  readonly repeatable: RepeatableRequest | undefined;
}

/** The run's row, its place in the queue, its key and its line in the audit trail are one transaction, so that none stands without the others. */
function acceptRun(ports: ExportPorts, request: NewRunRequest): Promise<number> {
  const { caller, definition, criteria, repeatable } = request;
  const hasLimit = ports.limits.runsInProgress !== UNLIMITED;
  return ports.db.transaction().execute(async (tx) => {
    // One request after the other: two at once cannot both be the last that is allowed, nor both the first with a key.
    if (hasLimit || repeatable !== undefined) await lockUser(tx, caller.userId);
    const earlier = await findMade(tx, repeatable);
    if (earlier !== undefined) return earlier;
    if (hasLimit && (await countUnendedRuns(tx, caller.userId)) >= ports.limits.runsInProgress)
      fail('exportInProgress');
    const guid = createGuid();
    const runId = await insertRun(tx, {
      workspaceId: caller.workspaceId,
      definitionId: definition.id,
      creatorId: caller.userId,
      guid,
      criteria,
    });
    await enqueueRun(ports.queue, tx, runId).catch((error: unknown) => {
      if (isDatabaseUnavailable(error)) throw error;
      ports.log.error({ err: error }, 'the queue refused a run');
      fail('queueRefused');
    });
    await keepKey(tx, repeatable, { runId });
    await ports.audit(tx, { action: 'RUN_START', ...by(caller), target: guid, detail: definition.name });
    return runId;
  });
}

function hasCriteria(criteria: unknown): boolean {
  return Array.isArray(criteria) && criteria.length > 0;
}

/** Who starts a run does not wait for a count that takes longer. */
const COUNT_WITHIN_MS = 2_000;

interface SizeRequest {
  readonly definition: DefinitionRow;
  readonly criteria: Criteria;
  readonly signal: AbortSignal;
}

/** What can be known of the size of a run before it starts, and soon; the worker looks at the rest. */
async function checkSize(ports: ExportPorts, { definition, criteria, signal }: SizeRequest): Promise<void> {
  const { options, workspaceId } = definition;
  const atMost = countUpTo(ports.limits);
  if (atMost === undefined) return;
  const rule = options.revisionStatus;
  const set = { workspaceId, rule, criteria: compileCriteria(criteria, rule) };
  try {
    const searcher = { owner: workspaceId, signal, limitMs: COUNT_WITHIN_MS };
    const matched = await ports.searches.run(searcher, (lane) => countMatches(lane, set, atMost));
    checkMatched(options, matched, ports.limits);
  } catch (error) {
    if (!(error instanceof SearchTimeoutError)) throw error;
  }
}
