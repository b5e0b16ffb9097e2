import { formatZulu } from '../kernel/time.ts';
import { ITEM_WORLD } from '../kernel/vocabulary.ts';
import type { DefinitionAnswer, RunAnswer, RunFileAnswer } from './exports.contract.ts';
import type { DefinitionRow } from './definitions.store.ts';
import type { RunFileRow, RunRow } from './runs.store.ts';

const zuluOrNull = (date: Date | null): string | null => (date === null ? null : formatZulu(date));

export function presentDefinition(row: DefinitionRow): DefinitionAnswer {
  const { bomLevels, exportViews, fileContent, header, revisionStatus, format, enableNotifications } =
    row.options;
  return {
    creationDateTime: formatZulu(row.createdAt),
    creator: row.creator,
    criteria: row.criteria,
    description: row.description,
    guid: row.guid,
    name: row.name,
    number: row.number,
    options: {
      bomLevels,
      exportViews: [...exportViews],
      fileContent,
      header,
      revisionStatus,
      format,
      enableNotifications,
    },
    world: ITEM_WORLD,
  };
}

/** Fields in the order of the reference's page; `waybill` only when the full view was asked for. */
export function presentRun(row: RunRow, full = false): RunAnswer {
  return {
    completionDateTime: zuluOrNull(row.completedAt),
    creationDateTime: formatZulu(row.createdAt),
    creator: row.creator,
    criteria: row.criteria,
    criteriaResultsCount: row.criteriaResultsCount,
    ...(row.fileGuids.length > 0 && { files: row.fileGuids.map((guid) => ({ guid, title: null })) }),
    guid: row.guid,
    number: row.number,
    status: row.status,
    ...(full && { waybill: presentDetail(row) }),
  };
}

function presentDetail(row: RunRow): NonNullable<RunAnswer['waybill']> {
  return {
    attempt: row.attempt,
    endedDateTime: zuluOrNull(row.endedAt),
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    expirationDateTime: zuluOrNull(row.expiresAt),
    progress: row.progress,
    snapshot: zuluOrNull(row.snapshotAt),
    startedDateTime: zuluOrNull(row.startedAt),
  };
}

export function presentRunFile(row: RunFileRow, run: RunRow): RunFileAnswer {
  const completed = formatZulu(row.createdAt);
  return {
    author: run.creator,
    category: { guid: null, name: null },
    checkedOut: false,
    creationDateTime: completed,
    description: null,
    edition: '1',
    format: row.format,
    guid: row.guid,
    hasMarkup: false,
    haveContent: row.removedAt === null && row.expiresAt > new Date(),
    lastModifiedDateTime: completed,
    latest: true,
    location: null,
    locked: false,
    mimeType: row.mimeType,
    name: row.name,
    number: String(run.number),
    private: false,
    size: row.sizeBytes,
    storageMethodName: 'FILE',
    title: null,
    sha256: row.sha256.toString('hex'),
  };
}
