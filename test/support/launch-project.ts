import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT_DIR } from './processes.ts';

/** npm's part, in a script: notes that it was called, does as `npm-does` says, and brings a package `node` that is this Node. */
const NPM = `#!/bin/sh
echo "$*" >> "$PROJECT/npm-calls"
does=$(cat "$PROJECT/npm-does")
[ "$does" = fail ] && { echo 'npm error: no network' >&2; exit 7; }
rm -rf node_modules
mkdir -p node_modules/node node_modules/.bin node_modules/tool
[ "$does" = wait ] && { while [ ! -e "$PROJECT/npm-may-end" ]; do sleep 0.05; done; }
cp "$PROJECT/parts/node.json" node_modules/node/package.json
cp "$PROJECT/parts/setup.mjs" node_modules/node/setup.mjs
cp "$PROJECT/parts/tool.json" node_modules/tool/package.json
cp "$PROJECT/parts/tool.mjs" node_modules/tool/tool.mjs
[ "$does" = ignore-scripts ] || (cd node_modules/node && "$NODE" setup.mjs)
cp package-lock.json node_modules/.package-lock.json
echo "end" >> "$PROJECT/npm-calls"
`;

/** Has the same task as the script of the real package: it puts the program into bin/. */
const SETUP = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('bin');
writeFileSync('bin/node', '#!/bin/sh\\nPINNED=yes exec "' + process.env.NODE + '" "$@"\\n', { mode: 0o755 });
appendFileSync(process.env.PROJECT + '/npm-calls', 'setup\\n');
`;

/** Tells what it was started with; with "wait" tells of signals until its input ends, with "serve" until SIGTERM. */
const ECHO = `const [what, ...rest] = process.argv.slice(2);
if (what === 'exit') process.exit(Number(rest[0]));
if (what === 'die') process.kill(process.pid, rest[0]);
if (what === 'wait') {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => console.log(signal));
  console.log('waiting');
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
} else if (what === 'serve') {
  const running = setInterval(() => undefined, 1_000);
  process.once('SIGTERM', () => clearInterval(running)).once('exit', () => console.log('stopped'));
  console.log('waiting');
} else if (what !== 'die') {
  console.log(JSON.stringify({ args: [what, ...rest], pinned: process.env.PINNED, setting: process.env.SETTING }));
}
`;

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A project with the launcher and an npm of its own that needs no network. */
export interface LaunchProject {
  readonly dir: string;
  /** What npm does from now on. */
  letNpm(what: 'install' | 'ignore-scripts' | 'fail' | 'wait'): Promise<void>;
  npmMayEnd(): Promise<void>;
  /** One line for each beginning (its arguments) and end of `npm ci`, and each run of the package's script. */
  npmCalls(): Promise<string[]>;
  readonly start: (args: readonly string[], env?: NodeJS.ProcessEnv) => ChildProcess;
  /** The same as npm does it: below a shell that waits. */
  readonly startBelowShell: (args: readonly string[]) => ChildProcess;
  run(...args: readonly string[]): Promise<Outcome>;
  remove(): Promise<void>;
}

export async function createLaunchProject(): Promise<LaunchProject> {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'waybill-launch-')));
  const write = async (file: string, content: string | object) => {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const node = { version: process.versions.node, integrity: 'sha512-none' };
  await cp(path.join(PROJECT_DIR, 'scripts/run.mjs'), path.join(dir, 'scripts/run.mjs'));
  await cp(path.join(PROJECT_DIR, 'scripts/launch'), path.join(dir, 'scripts/launch'), { recursive: true });
  await cp(path.join(PROJECT_DIR, 'bin'), path.join(dir, 'bin'), { recursive: true });
  await write('package.json', { type: 'module', devDependencies: { node: node.version, tool: '1.0.0' } });
  await write('package-lock.json', {
    packages: {
      '': {},
      'node_modules/node': node,
      'node_modules/elsewhere': { version: '1.0.0', optional: true },
    },
  });
  await write('parts/node.json', {
    name: 'node',
    version: node.version,
    scripts: { preinstall: 'node setup.mjs' },
  });
  await write('parts/setup.mjs', SETUP);
  await write('parts/tool.json', { name: 'tool', type: 'module', bin: { 'do-it': 'tool.mjs' } });
  await write('parts/tool.mjs', ECHO);
  await write('src/main.ts', ECHO.replace('const [what', 'const title: string = "main";\nconst [what'));
  await write('npm-does', 'install');
  await write('path/npm', NPM);
  await chmod(path.join(dir, 'path/npm'), 0o755);
  const PATH = [path.join(dir, 'path'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(
    path.delimiter,
  );
  const env = { PATH, PROJECT: dir, NODE: process.execPath };

  const options: SpawnOptions = { cwd: dir, env, stdio: 'pipe', detached: true };
  const start = (args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, ['scripts/run.mjs', ...args], { ...options, env: { ...env, ...more } });
  return {
    dir,
    start,
    startBelowShell: (args) =>
      spawn('sh', ['-c', '"$NODE" scripts/run.mjs "$@"; true', 'sh', ...args], {
        ...options,
        env: { ...env, npm_command: 'run-script' },
      }),
    letNpm: (what) => write('npm-does', what),
    npmMayEnd: () => write('npm-may-end', ''),
    npmCalls: async () =>
      (await readFile(path.join(dir, 'npm-calls'), 'utf8').catch(() => ''))
        .split('\n')
        .filter((line) => line !== ''),
    run: (...args) => outcomeOf(start(args)),
    remove: () => rm(dir, { recursive: true, force: true, maxRetries: 20 }),
  };
}

/** Ends the child's input and waits for its end. */
export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  child.stdin!.end();
  const [[code], out, err] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  return { code, out, err };
}
