import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import {
  createClient,
  type Credentials,
  type Criteria,
  type Definition,
  type FileRef,
  type Run,
} from '../../client/src/index.ts';
import { loadConfig, type Flags } from '../app/config.ts';
import { readMemberHeads } from '../platform/archive-reader.ts';
import { removeDataDir } from '../platform/db/embedded/location.ts';
import { createLog } from '../platform/log/log.ts';
import { addQuestionOptions, criteriaOf, definitionBodyOf, type QuestionOptions } from './question.ts';
import { inWords, type Connection } from './server/connect.ts';
import { downloadFile } from './server/download-file.ts';
import { describeMatches } from './server/run-steps.ts';
import { fileOf } from './server/runs.ts';
import { runToEnd } from './server/run-to-end.ts';
import { interruptibly } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { formatBytes } from './terminal/text.ts';

const DEMO_EMAIL = 'demo@waybill.local';
/** One of the sample workspace's people. */
const SAMPLE_EMAIL = 'maren@brackenfold.example';
const OUTPUT_DIR = 'demo-output';
/** The reference page's question, asked of the sample workspace. */
const SAMPLE_CRITERIA: Criteria = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00001' }]];
const SAMPLE_NAME = 'Model 300';
const SAMPLE_QUESTION: QuestionOptions = { views: 'SPECS,BOM,SOURCING', bomLevels: 'FULL' };
const HEAD_LINES = 4;

interface DemoOptions extends QuestionOptions {
  readonly bundle?: string;
  readonly out?: string;
}

export function demoCommand(): Command {
  const command = new Command('demo')
    .description(
      'Start everything in a throw-away folder, load a workspace, and perform the reference export over HTTP.',
    )
    .option('--bundle <path>', 'your own workspace bundle instead of the sample')
    .option('--out <file>', `where the archive goes; by default into ${OUTPUT_DIR}/`);
  return addQuestionOptions(command).action(async (options: DemoOptions) => {
    const output = outputOf(command);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-demo-'));
    try {
      await interruptibly((signal) => performDemo(options, { dataDir, signal }, output));
    } finally {
      await removeDataDir(dataDir);
    }
  });
}

async function performDemo(
  options: DemoOptions,
  { dataDir, signal }: { dataDir: string; signal: AbortSignal },
  output: Output,
): Promise<void> {
  const password = randomBytes(15).toString('base64url');
  const starting = output.progress('Starting PostgreSQL and the server, loading the workspace…');
  const email = options.bundle === undefined ? SAMPLE_EMAIL : DEMO_EMAIL;
  const flags: Flags = { port: '0', dataDir, adminEmail: email, adminPassword: password };
  const source: Flags = options.bundle === undefined ? { sample: true } : { bundle: options.bundle };
  const config = loadConfig({ ...flags, ...source, logLevel: 'error' }, {});
  const { startServer } = await import('../app/server.ts');
  const server = await startServer({
    config,
    log: createLog(config.logLevel),
    onImportProgress: ({ phase, file }) => {
      starting.update(`Loading the workspace: ${phase} ${file ?? ''}`);
    },
  }).finally(() => {
    starting.stop();
  });
  try {
    signal.throwIfAborted();
    output.line(`Waybill is ready after ${(server.readyMs / 1_000).toFixed(2)} s: ${server.url ?? ''}`);
    const url = server.url ?? '';
    await inWords(url, () => perform(options, { url, credentials: { email, password }, signal }, output));
  } finally {
    await server.close();
  }
}

/** Log in, define, run twice, list the runs, download: each as a client of the API does it. */
async function perform(
  options: DemoOptions,
  { url, credentials, signal }: { url: string; credentials: Credentials; signal: AbortSignal },
  output: Output,
): Promise<void> {
  output.line('\nPOST /v1/login');
  const client = createClient({ url, credentials });
  const who = await client.login();
  output.line(`  workspace ${who.workspaceId}, ${who.workspaceName}`);
  const connection: Connection = { url, client, who, output, signal };

  const isSample = options.bundle === undefined;
  const question = isSample ? { ...SAMPLE_QUESTION, ...options } : options;
  const criteria = criteriaOf(options) ?? (isSample ? SAMPLE_CRITERIA : ALL_ITEMS);
  const name = options.bundle === undefined ? SAMPLE_NAME : path.basename(path.resolve(options.bundle));
  const body = definitionBodyOf(name, criteria, question);
  const { data: definition } = await client.POST('/v1/exports', { body, signal });
  output.line(
    `\nPOST /v1/exports\n  definition ${definition.number}, "${definition.name}", ${definition.guid}`,
  );

  await runOnce(connection, definition);
  const last = await runOnce(connection, definition);

  const params = { path: { guid: definition.guid } };
  const { data: list } = await client.GET('/v1/exports/{guid}/runs', { params, signal });
  output.line(`\nGET /v1/exports/${definition.guid}/runs`);
  output.line(JSON.stringify(list, undefined, 4));

  const ref = { definition: definition.guid, run: last.guid, file: fileOf(last) };
  const { target, file } = await fetchFile(connection, ref, options.out);
  const members = file.format === 'ZIP' ? await readMemberHeads(target, HEAD_LINES) : [];
  for (const { name, sizeBytes, lines } of members) {
    output.line(`\n${name} (${formatBytes(sizeBytes)})`);
    for (const line of lines) output.line(`  ${line}`);
  }
  output.json({
    definition,
    runs: list,
    file: { path: target, size: file.size, sha256: file.sha256 },
    members,
  });
  await client.logout();
}

async function runOnce(connection: Connection, definition: Definition): Promise<Run> {
  const run = await runToEnd(connection, { definition: definition.guid });
  connection.output.line(
    `\nPOST /v1/exports/${definition.guid}/runs\n  run ${run.number}: ${run.status}, ${describeMatches(run)}`,
  );
  return run;
}

async function fetchFile(connection: Connection, ref: FileRef, out: string | undefined) {
  const { client, output, signal } = connection;
  const path_ = { guid: ref.definition, run: ref.run, file: ref.file };
  const { data } = await client.GET('/v1/exports/{guid}/runs/{run}/files/{file}', {
    params: { path: path_ },
    signal,
  });
  const target = path.resolve(out ?? path.join(OUTPUT_DIR, path.basename(data.name)));
  await mkdir(path.dirname(target), { recursive: true });
  const progress = output.progress('Downloading');
  const file = await downloadFile(connection, { ref, target }, progress).finally(() => {
    progress.stop();
  });
  const { definition, run } = ref;
  output.line(
    `\nGET /v1/exports/${definition}/runs/${run}/files/${ref.file}/content\n  ${target} (${formatBytes(file.size)}, sha256 ${file.sha256})`,
  );
  return { target, file };
}

/** Every item has a number. */
const ALL_ITEMS: Criteria = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
