import path from 'node:path';
import { chooseWorkspace, createWorkspace, generatePassword, saveUser } from '../access/access.service.ts';
import { listWorkspaces, type Workspace } from '../access/access.store.ts';
import type { ImportProgress } from '../records/import/import-bundle.ts';
import type { Database } from '../platform/db/database.ts';
import { PACKAGE_ROOT } from '../platform/package-root.ts';
import type { Config } from './config.ts';
import { importRecorder } from './administration.ts';
import type { OpenedData } from './open.ts';

export const SAMPLE_BUNDLE = path.join(PACKAGE_ROOT, 'sample');
const FIRST_WORKSPACE_NAME = 'Waybill';

/** What the first start made, told once. */
export interface FirstStart {
  readonly workspace: Workspace;
  readonly adminEmail: string;
  /** Only when it was generated. */
  readonly generatedPassword: string | undefined;
}

type FirstStartConfig = Pick<Config, 'adminEmail' | 'adminPassword' | 'workspaceId'>;

/** A workspace and an administrator, when there is none yet. */
export async function ensureWorkspace(
  db: Database,
  config: FirstStartConfig,
): Promise<FirstStart | undefined> {
  if ((await listWorkspaces(db)).length > 0) return undefined;
  const workspace = await createWorkspace(db, FIRST_WORKSPACE_NAME, config.workspaceId);
  const generated = config.adminPassword === undefined ? generatePassword() : undefined;
  await saveUser(db, {
    workspaceId: workspace.id,
    email: config.adminEmail,
    password: config.adminPassword ?? generated ?? '',
    fullName: 'Administrator',
    role: 'administrator',
  });
  return { workspace, adminEmail: config.adminEmail, generatedPassword: generated };
}

/** Imports the bundles that the settings name into the first workspace, at every start: what they name is brought up to date. */
export async function importAtStart(
  data: OpenedData,
  config: Pick<Config, 'bundle' | 'sample' | 'workspaceId'>,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress: (progress: ImportProgress) => void },
): Promise<void> {
  const sources = [
    ...(config.sample ? [SAMPLE_BUNDLE] : []),
    ...(config.bundle === undefined ? [] : [config.bundle]),
  ];
  if (sources.length === 0) return;
  const { db } = data.database;
  const [first] = await listWorkspaces(db);
  const workspace = await chooseWorkspace(db, config.workspaceId ?? first?.id);
  for (const source of sources) {
    const { importBundle } = await import('../records/import/import-bundle.ts');
    await importBundle({
      connection: data.connection,
      workspaceId: workspace.id,
      source,
      storage: data.storage,
      ...(signal && { signal }),
      onProgress,
      beforeCommit: importRecorder(workspace.id, source),
    });
  }
}
