import type { Caller } from '../access/access.contract.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import { parseCriteria } from '../engine/criteria/criteria.ts';
import { failIfAny } from '../kernel/errors.ts';
import { createGuid } from '../kernel/guid.ts';
import { createBodyReader } from '../platform/http/body.ts';
import {
  getDefinitionById,
  insertDefinition,
  type DefinitionRow,
  type NewDefinition,
} from './definitions.store.ts';
import { definitionBody } from './exports.contract.ts';
import { guidViolations, type ExportPorts } from './exports.service.ts';
import {
  findMade,
  keepKey,
  repeatableOf,
  type IdempotencyHeader,
  type RepeatableRequest,
} from './idempotency.ts';
import { lockUser } from './runs.store.ts';

const readDefinitionBody = createBodyReader(definitionBody);

/**
 * Checks a body against the contract and the workspace's attributes, every violation in one answer, and keeps the definition. A request
 * sent again with its `Idempotency-Key` is answered with the definition that it made then.
 */
export async function createDefinition(
  ports: ExportPorts,
  caller: Caller,
  request: { readonly body: unknown; readonly idempotencyKey: IdempotencyHeader },
): Promise<DefinitionRow> {
  const { value, problems } = readDefinitionBody(request.body);
  const { repeatable, problems: keyProblems } = repeatableOf(request.idempotencyKey, {
    userId: caller.userId,
    target: 'definitions',
    body: value,
  });
  const found = [...problems, ...keyProblems];
  const earlier = found.length > 0 ? undefined : await findMade(ports.db, repeatable);
  if (earlier !== undefined) return getDefinitionById(ports.db, earlier);
  const criteria = parseCriteria(value.criteria, await listCustomAttributes(ports.db, caller.workspaceId));
  failIfAny([...found, ...criteria.violations, ...guidViolations(criteria.criteria, ports.limits)]);
  const { name, description, options } = value;
  const definition = {
    workspaceId: caller.workspaceId,
    creatorId: caller.userId,
    guid: createGuid(),
    name,
    description: description ?? null,
    criteria: value.criteria ?? null,
    options: { ...options, exportViews: [...new Set(options.exportViews)] },
  };
  return keepDefinition(ports, definition, repeatable);
}

function keepDefinition(
  ports: ExportPorts,
  definition: NewDefinition,
  repeatable: RepeatableRequest | undefined,
): Promise<DefinitionRow> {
  return ports.db.transaction().execute(async (tx) => {
    if (repeatable !== undefined) await lockUser(tx, repeatable.userId);
    const earlier = await findMade(tx, repeatable);
    if (earlier !== undefined) return getDefinitionById(tx, earlier);
    const made = await insertDefinition(tx, definition);
    await keepKey(tx, repeatable, { definitionId: made.id });
    return made;
  });
}
