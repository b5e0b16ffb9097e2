import type { BenchContext } from './benchmark.ts';
import type { World } from './world.ts';

/** How many runs there are, and of what. */
interface Size {
  /** Definitions with as many runs as there are rounds. */
  readonly definitions: number;
  readonly rounds: number;
  /** One more definition has so many runs a round. */
  readonly deepPerRound: number;
}

const FULL: Size = { definitions: 1_000, rounds: 1_000, deepPerRound: 100 };
const SMALL: Size = { definitions: 100, rounds: 100, deepPerRound: 100 };

/** A world with runs in it, and what to ask it for. */
export interface StoredRuns {
  readonly world: World;
  /** GUIDs of the definitions with an ordinary number of runs. */
  readonly definitions: readonly string[];
  readonly deep: { readonly guid: string; readonly runs: number };
}

/** A server on a million runs over a thousand definitions, and one definition with 100 000 more. Made by SQL, once. */
export async function openStoredRuns(context: BenchContext): Promise<StoredRuns> {
  const { isSmall } = context;
  const size = isSmall ? SMALL : FULL;
  const world = await context.world(isSmall ? 'runs-small' : 'runs');
  const definitionsOf = async (): Promise<string[]> =>
    lines(await world.psql(['SELECT guid FROM export_definitions ORDER BY number']));
  if ((await definitionsOf()).length === 0) {
    context.note(`storing ${size.rounds * (size.definitions + size.deepPerRound)} runs, once`);
    await world.psql([`BEGIN; ${storeRuns(size)} COMMIT`]);
    await world.psql(['VACUUM (ANALYZE)', 'CHECKPOINT']);
  }
  const guids = await definitionsOf();
  return {
    world,
    definitions: guids.slice(0, size.definitions),
    deep: { guid: guids.at(size.definitions) ?? '', runs: size.rounds * size.deepPerRound },
  };
}

const lines = (text: string): string[] => text.split('\n').filter((one) => one !== '');

/** 20 characters that nobody guesses, though the same in every world. */
const guidOf = (text: string): string => `upper(substr(md5(${text}), 1, 20))`;

/**
 * The definitions run in turn, as schedules have them do, so that the runs of one lie all over the table. Files have been removed by
 * retention already: nothing is left to sweep or to scrub.
 */
function storeRuns({ definitions, rounds, deepPerRound }: Size): string {
  return `
    INSERT INTO users (workspace_id, guid, email, full_name)
    SELECT w.id, ${guidOf(`'user' || n`)}, 'user' || n || '@example.test', 'User Number ' || n
    FROM workspaces w, generate_series(1, 20) n;

    INSERT INTO export_definitions
      (workspace_id, guid, number, name, creator_id, created_at, criteria, options, last_run_number)
    SELECT w.id, ${guidOf(`'definition' || n`)}, n, 'Nightly export ' || n, u.id, '2023-01-01T00:00:00Z',
           json_build_array(json_build_array(
             json_build_object('attribute', 'number', 'operator', 'STARTS_WITH', 'value', (900 + n % 100)::text || '-'),
             json_build_object('attribute', 'lifecyclePhase', 'operator', 'IS_EQUAL_TO', 'value', 'Production'))),
           '{"bomLevels":"NONE","exportViews":["SPECS"],"fileContent":{"item":"NONE","supplierItem":"NONE"},"header":"apiName",
             "revisionStatus":"LATEST","format":"csv","enableNotifications":false}',
           CASE WHEN n > ${definitions} THEN ${rounds * deepPerRound} ELSE ${rounds} END
    FROM workspaces w, generate_series(1, ${definitions + 1}) n
    JOIN LATERAL (SELECT id FROM users WHERE email = 'user' || n % 20 + 1 || '@example.test') u ON true;
    UPDATE workspaces SET last_definition_number = ${definitions + 1};

    INSERT INTO export_runs
      (workspace_id, definition_id, guid, number, creator_id, status, criteria, criteria_results_count, created_at, started_at, ended_at,
       completed_at, attempt, progress, error_code, error_message, snapshot_at)
    SELECT d.workspace_id, d.id, ${guidOf(`'run' || d.number || ' ' || run.number`)}, run.number,
           (SELECT min(id) FROM users WHERE email LIKE 'user%') + (d.number + chance / 25) % 20, s.status, d.criteria,
           CASE WHEN is_complete THEN 1000 + chance END, at, at + interval '1 second', at + interval '9 seconds',
           CASE WHEN is_complete THEN at + interval '9 seconds' END, 1,
           json_build_object('phase', CASE WHEN is_complete THEN 'finished' ELSE 'writing' END, 'rowsWritten', 1000 + chance,
             'rowsEstimated', 1000 + chance, 'bytesWritten', 100000 + 1000 * chance),
           CASE WHEN s.status = 'FAILED' THEN 3000 END,
           CASE WHEN s.status = 'FAILED' THEN 'Sorry, a system error occurred, please try again.' END, at + interval '1 second'
    FROM generate_series(1, ${rounds}) round
    CROSS JOIN export_definitions d
    CROSS JOIN LATERAL generate_series(1, CASE WHEN d.number > ${definitions} THEN ${deepPerRound} ELSE 1 END) turn
    CROSS JOIN LATERAL (
      SELECT CASE WHEN d.number > ${definitions} THEN (round - 1) * ${deepPerRound} + turn ELSE round END AS number,
             abs(hashint8(d.number * 1000003::bigint + round * 101 + turn)) % 100 AS chance,
             '2023-01-01T00:00:00Z'::timestamptz + (round + turn / ${deepPerRound + 1}.0) * interval '1 day' * (1000.0 / ${rounds})
               + d.number * interval '1 second' AS at) run
    CROSS JOIN LATERAL (
      SELECT CASE WHEN chance < 62 THEN 'COMPLETE' WHEN chance < 92 THEN 'DOWNLOADED' WHEN chance < 97 THEN 'FAILED' ELSE 'ABORTED' END
        AS status, chance < 92 AS is_complete) s
    ORDER BY round, turn, d.number;

    INSERT INTO export_run_files
      (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at, removed_at)
    SELECT r.id, ${guidOf(`'file' || r.guid`)}, d.name || ' Export Results.zip', 'application/zip', 'zip', 100000,
           sha256(convert_to(r.guid, 'UTF8')), 'runs/' || r.guid || '/1.zip', r.completed_at, r.completed_at + interval '60 days',
           r.completed_at + interval '60 days'
    FROM export_runs r JOIN export_definitions d ON d.id = r.definition_id WHERE r.completed_at IS NOT NULL ORDER BY r.id;`;
}
