import type { Person } from '../access/access.contract.ts';
import type { Paged } from '../kernel/paging.ts';
import { formatZulu, zuluOfIso } from '../kernel/time.ts';
import { ITEM_WORLD } from '../kernel/vocabulary.ts';
import type {
  DefinitionAnswer,
  RunAnswer,
  RunFileAnswer,
  RunFileMemberAnswer,
  WorkspaceRunAnswer,
} from './exports.contract.ts';
import type { DefinitionRow, DefinitionWithHistory } from './definitions.store.ts';
import { hasPreview, type FileMember } from './run-members.ts';
import type { WorkspaceRun } from './workspace-runs.store.ts';
import type { RunDetail, RunFileRow, RunRow, RunSummary } from './runs.store.ts';

const zuluOrNull = (iso: string | null): string | null => (iso === null ? null : zuluOfIso(iso));

export function presentDefinition(row: DefinitionRow | DefinitionWithHistory): DefinitionAnswer {
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
    ...('history' in row && { waybill: presentHistory(row) }),
  };
}

function presentHistory({ history }: DefinitionWithHistory): NonNullable<DefinitionAnswer['waybill']> {
  const { failed, aborted, unended, last } = history;
  const runs = last?.number ?? 0;
  return {
    runs,
    succeeded: runs - failed - aborted - unended,
    failed,
    aborted,
    lastRun:
      last === null
        ? null
        : {
            completionDateTime: zuluOrNull(last.completedAt),
            creationDateTime: zuluOfIso(last.createdAt),
            guid: last.guid,
            number: last.number,
            status: last.status,
          },
  };
}

/** Fields in the order of the reference's page. */
function presentSummary(row: RunSummary): RunAnswer {
  return {
    completionDateTime: zuluOrNull(row.completedAt),
    creationDateTime: zuluOfIso(row.createdAt),
    creator: row.creator,
    criteria: row.criteria === null ? null : (JSON.parse(row.criteria) as unknown),
    criteriaResultsCount: row.criteriaResultsCount,
    ...(row.fileGuids.length > 0 && { files: row.fileGuids.map((guid) => ({ guid, title: null })) }),
    guid: row.guid,
    number: row.number,
    status: row.status,
  };
}

/** The same, and `waybill` when the full view was asked for. */
export function presentRun(row: RunSummary | (RunSummary & RunDetail), full = false): RunAnswer {
  const summary = presentSummary(row);
  return full && 'attempt' in row ? { ...summary, waybill: presentDetail(row) } : summary;
}

/** The same in the list of a workspace. */
export function presentWorkspaceRun(row: WorkspaceRun, full: boolean): WorkspaceRunAnswer {
  return { ...presentRun(row, full), export: row.export };
}

/**
 * The JSON of a list of runs, letter by letter that of {@link presentRun}, for half of the cost of a page in this process: criteria, most of
 * the text, are passed on as they are kept, and people written once. GUIDs and statuses have nothing to escape.
 */
export function writeRunList({ count, results }: Paged<RunSummary>): string {
  const people = new Map<string, string>();
  const personOf = (person: Person): string => {
    const text = people.get(person.guid) ?? JSON.stringify(person);
    people.set(person.guid, text);
    return text;
  };
  const texts = results.map((row) => {
    const completed = row.completedAt === null ? 'null' : `"${zuluOfIso(row.completedAt)}"`;
    const files = row.fileGuids.map((guid) => `{"guid":"${guid}","title":null}`).join();
    return (
      `{"completionDateTime":${completed},"creationDateTime":"${zuluOfIso(row.createdAt)}","creator":${personOf(row.creator)},` +
      `"criteria":${row.criteria ?? 'null'},"criteriaResultsCount":${row.criteriaResultsCount ?? 'null'},` +
      `${files === '' ? '' : `"files":[${files}],`}"guid":"${row.guid}","number":${row.number},"status":"${row.status}"}`
    );
  });
  return `{"count":${count},"results":[${texts.join()}]}`;
}

function presentDetail(row: RunDetail): NonNullable<RunAnswer['waybill']> {
  return {
    attempt: row.attempt,
    endedDateTime: zuluOrNull(row.endedAt),
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    expirationDateTime: zuluOrNull(row.expiresAt),
    progress: row.progress,
    snapshot: zuluOrNull(row.snapshotAt),
    startedDateTime: zuluOrNull(row.startedAt),
    views: row.views === null ? null : [...row.views],
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

export function presentMember(member: FileMember): RunFileMemberAnswer {
  return {
    name: member.name,
    size: member.sizeBytes,
    compressedSize: member.compressedBytes,
    crc32: member.crc32?.toString(16).padStart(8, '0') ?? null,
    modifiedDateTime: formatZulu(member.modifiedAt),
    hasPreview: hasPreview(member.name),
  };
}
