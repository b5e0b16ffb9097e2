import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { EXIT, messageOf, OperatorError } from '../../kernel/errors.ts';
import { listMigrations } from '../../platform/db/migrate.ts';
import { openBackupFile } from './backup-files.ts';

/** Written last: a folder without it is no backup. */
export const MANIFEST_FILE = 'backup.json';
export const TABLES_DIR = 'tables';
export const FILES_DIR = 'files';

/** Of the folder's layout; another one gets another number. */
export const FORMAT = 1;

const SHA256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const COUNT = Type.Integer({ minimum: 0 });

const MANIFEST = Type.Object({
  format: Type.Literal(FORMAT),
  /** The program that made it. */
  waybill: Type.String(),
  madeAt: Type.String(),
  /** The migrations that the database had. */
  schema: Type.Array(Type.String(), { minItems: 1 }),
  /** The content of each stands under {@link TABLES_DIR}, in COPY's text format. */
  tables: Type.Array(
    Type.Object({ name: Type.String(), columns: Type.Array(Type.String()), rows: COUNT, sha256: SHA256 }),
  ),
  /** Stored files; each stands under {@link FILES_DIR}, by its key. */
  files: Type.Array(Type.Object({ key: Type.String(), sizeBytes: COUNT, sha256: SHA256 })),
  /** Stored files that rows name and the backup does not have, and why. */
  missing: Type.Array(Type.Object({ key: Type.String(), reason: Type.String() })),
});

/** What a backup has, as it stands in {@link MANIFEST_FILE}. */
export type Manifest = Static<typeof MANIFEST>;
export type TableEntry = Manifest['tables'][number];
export type FileEntry = Manifest['files'][number];
export type MissingFile = Manifest['missing'][number];

/** The file of a table, from the backup's folder. */
export const tableFileOf = (table: string): string => `${TABLES_DIR}/${table}.copy`;

/** What a folder's backup has. Throws for a folder that is none, and for one that this version cannot restore. */
export async function readManifest(dir: string): Promise<Manifest> {
  const file = path.join(dir, MANIFEST_FILE);
  const content = await openBackupFile(dir, MANIFEST_FILE)
    .then(text)
    .catch((error: unknown) => {
      throw new OperatorError(
        `There is no backup in ${dir}: ${messageOf(error)}. A backup that was interrupted has no ${MANIFEST_FILE}.`,
        EXIT.usage,
      );
    });
  const manifest = parse(content);
  const { format } = (manifest ?? {}) as { format?: unknown };
  if (Number.isInteger(format) && format !== FORMAT)
    throw new OperatorError(
      `The backup in ${dir} has the format ${String(format)}; this version of Waybill restores format ${FORMAT}.`,
      EXIT.usage,
    );
  if (!Value.Check(MANIFEST, manifest))
    throw new OperatorError(`${file} does not describe a backup: it is damaged.`, EXIT.usage);
  await refuseNewer(manifest);
  return manifest;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

/** Its schema has to be one that this version has had: its first migrations. */
async function refuseNewer({ schema, waybill }: Manifest): Promise<void> {
  const known = await listMigrations();
  const unknown = schema.filter((name, index) => known[index] !== name);
  if (unknown.length > 0)
    throw new OperatorError(
      `The backup was made by a newer Waybill, ${waybill} (it has ${unknown.join(', ')}). Restore it with that version.`,
      EXIT.usage,
    );
}
