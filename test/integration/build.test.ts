import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programInGuide } from '../support/guide.ts';
import { readZipDirectory } from '../support/zip-reader.ts';

/** What is published: built in a copy of the project, packed by npm, and used where there are no sources. */
const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');
const LEFT_OUT = /^(\.git|node_modules|dist|client\/dist|web\/dist|test|bench|docs|demo-output)(\/|$)/;
const run = promisify(execFile);

let dir: string;
/** Where a package has its dependencies around it, as after an installation. */
let user: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-build-'));
  const project = path.join(dir, 'project');
  await cp(PROJECT_DIR, project, {
    recursive: true,
    filter: (source) => !LEFT_OUT.test(path.relative(PROJECT_DIR, source)),
  });
  await symlink(path.join(PROJECT_DIR, 'node_modules'), path.join(project, 'node_modules'));
  await run(process.execPath, ['scripts/build.mjs'], { cwd: project });
  user = path.join(dir, 'user');
  await install(project, 'waybill');
  await install(path.join(project, 'client'), '@waybill/client');
}, 300_000);

afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** Packs a folder and unpacks it as npm would. */
async function install(folder: string, name: string): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: folder });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const place = path.join(user, 'node_modules', name);
  await mkdir(place, { recursive: true });
  await run('tar', ['-xzf', path.join(folder, filename), '-C', place, '--strip-components=1']);
  await symlink(path.join(PROJECT_DIR, 'node_modules'), path.join(place, 'node_modules'));
}

const inProgram = (file: string): string => path.join(user, 'node_modules/waybill', file);

describe('the program as it is built', () => {
  it('starts by both of its commands', async () => {
    for (const command of ['dist/main.js', 'bin/waybill.mjs']) {
      const { stdout } = await run(process.execPath, [inProgram(command), '--help'], { cwd: user });
      expect(stdout).toContain('Self-hosted export server');
    }
  });

  it('finds its migrations and its sample: the demo exports it', async () => {
    const out = path.join(dir, 'out.zip');
    await run(process.execPath, [inProgram('dist/main.js'), 'demo', '--out', out], { cwd: user });
    const { members } = await readZipDirectory(out);
    expect(members.length).toBeGreaterThan(0);
  });

  it('has the page with it, and neither sources nor tests', async () => {
    expect((await stat(inProgram('web/dist/index.html'))).isFile()).toBe(true);
    for (const folder of ['src', 'test', 'web/src', 'client'])
      await expect(stat(inProgram(folder))).rejects.toThrow('ENOENT');
  });
});

describe('the client as it is built', () => {
  it('is imported by its name and calls a server', async () => {
    const program = `
      import { createClient, WaybillError } from '@waybill/client';
      const fetch = async (url, { headers }) => Response.json({ url, token: headers.get('arena_session_id') });
      const client = createClient({ url: 'http://there', token: 'secret', fetch });
      console.log(JSON.stringify((await client.GET('/v1/items')).data), typeof WaybillError);`;
    await writeFile(path.join(user, 'program.mjs'), program);
    const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: user });
    expect(stdout).toBe('{"url":"http://there/v1/items","token":"secret"} function\n');
  });

  it('has types for those who compile without its sources, as the guide does', async () => {
    await writeFile(path.join(user, 'package.json'), '{ "type": "module" }');
    await writeFile(
      path.join(user, 'program.ts'),
      `import { createClient, type Run } from '@waybill/client';
      const client = createClient({ url: 'http://there', token: 'secret' });
      export async function newest(guid: string): Promise<Run['status'] | undefined> {
        const path = { guid };
        for await (const run of client.pages('/v1/exports/{guid}/runs', { params: { path } })) return run.status;
        // @ts-expect-error there is no such path
        await client.GET('/v1/exprots');
        return undefined;
      }`,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      typeRoots: [path.join(PROJECT_DIR, 'node_modules/@types')],
      types: ['node'],
    };
    await writeFile(path.join(user, 'guide.ts'), await programInGuide('clients.md', 'ts'));
    const config = {
      compilerOptions: { ...compilerOptions, module: 'nodenext' },
      files: ['program.ts', 'guide.ts'],
    };
    await writeFile(path.join(user, 'tsconfig.json'), JSON.stringify(config));
    const tsc = path.join(PROJECT_DIR, 'node_modules/typescript/bin/tsc');
    // What it finds wrong stands on its standard output.
    const { stdout } = await run(process.execPath, [tsc, '-p', user]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });
});

it('both are of one version, which is the program’s', async () => {
  const versionOf = async (file: string): Promise<unknown> =>
    (JSON.parse(await readFile(path.join(PROJECT_DIR, file), 'utf8')) as { version: unknown }).version;
  expect(await versionOf('client/package.json')).toBe(await versionOf('package.json'));
});
