import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLaunchProject, outcomeOf, type LaunchProject } from '../support/launch-project.ts';
import { isThere } from '../support/processes.ts';
import { until } from '../support/until.ts';

const CI = 'ci --include=dev --include=optional --no-audit --no-fund --loglevel=error --progress=false';
const ONE_INSTALL = [CI, 'setup', 'end'];

/** For the launcher: a SIGTERM in the moment between the program's start and whatever is done next. */
const SIGNAL_AT_START = `import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
const { spawn } = childProcess;
childProcess.spawn = (...args) => {
  const child = spawn(...args);
  if ([args[1]].flat().some((one) => String(one).endsWith('main.ts'))) process.kill(process.pid, 'SIGTERM');
  return child;
};
syncBuiltinESMExports();
`;

let project: LaunchProject;

/** A project for each test of a group, or, once installed, for all of them. */
function useProject(each: 'test' | 'group'): void {
  const [before, after] =
    each === 'test' ? ([beforeEach, afterEach] as const) : ([beforeAll, afterAll] as const);
  before(async () => {
    project = await createLaunchProject();
    if (each === 'group') await project.run('src/main.ts');
  });
  after(async () => {
    await project.remove();
  });
}

const isInstalling = () => isThere(path.join(project.dir, 'node_modules/node'));

describe('installing what is missing', () => {
  useProject('test');

  it('happens once, keeps standard output for the program, and runs it with the pinned Node', async () => {
    const first = await project.run('src/main.ts', 'hello', '--all');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toEqual({ args: ['hello', '--all'], pinned: 'yes' });
    expect(first.err).toContain('Installing packages');
    const second = await project.run('src/main.ts', 'again');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(await project.npmCalls()).toEqual(ONE_INSTALL);
    expect(await readdir(project.dir)).not.toContain('.install-lock');
  });

  it('happens again when package-lock.json names something else', async () => {
    await project.run('src/main.ts');
    const packages = {
      '': {},
      'node_modules/node': { version: process.versions.node, integrity: 'sha512-other' },
    };
    await writeFile(path.join(project.dir, 'package-lock.json'), JSON.stringify({ packages }));
    await project.run('src/main.ts');
    expect(await project.npmCalls()).toEqual([...ONE_INSTALL, ...ONE_INSTALL]);
  });

  it('leaves alone what npm has installed without us', async () => {
    await project.run('src/main.ts');
    await rm(path.join(project.dir, 'node_modules/.waybill.json'));
    expect(await project.run('src/main.ts')).toMatchObject({ code: 0, err: '' });
    expect(await project.npmCalls()).toEqual(ONE_INSTALL);
  });

  it('is done by one of two processes, while the other waits', async () => {
    await project.letNpm('wait');
    const first = outcomeOf(project.start(['src/main.ts', 'first']));
    await until(isInstalling);
    const second = project.start(['src/main.ts', 'second']);
    const [waiting] = (await once(createInterface(second.stderr!), 'line')) as [string];
    expect(waiting).toMatch(/installs the packages here; waiting/);
    const secondOutcome = outcomeOf(second);
    await project.npmMayEnd();
    expect([(await first).code, (await secondOutcome).code]).toEqual([0, 0]);
    expect(await project.npmCalls()).toEqual(ONE_INSTALL);
  });

  it('is told apart when it fails, and repeated by the next call', async () => {
    await project.letNpm('fail');
    const failed = await project.run('src/main.ts');
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toMatch(/no network[^]*npm ci failed \(7\)/);
    await project.letNpm('install');
    expect(await project.run('src/main.ts')).toMatchObject({ code: 0 });
  });

  it('is repeated after a kill -9, when the npm that was left behind is done', async () => {
    await project.letNpm('wait');
    const killed = project.start(['src/main.ts']);
    await until(isInstalling);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const next = project.start(['src/main.ts']);
    await once(createInterface(next.stderr!), 'line');
    expect(await project.npmCalls()).toEqual([CI]);
    const outcome = outcomeOf(next);
    await project.npmMayEnd();
    expect(await outcome).toMatchObject({ code: 0 });
    // What the orphan brought is whole, so there is nothing left to do.
    expect(await project.npmCalls()).toEqual(ONE_INSTALL);
    expect(await readdir(project.dir)).not.toContain('.install-lock');
  });

  it('is ended by a signal together with npm, and repeated by the next call', async () => {
    await project.letNpm('wait');
    const stopped = project.start(['src/main.ts']);
    await until(isInstalling);
    stopped.kill('SIGINT');
    expect(await once(stopped, 'exit')).toEqual([130, null]);
    expect(await readdir(project.dir)).not.toContain('.install-lock');
    await project.letNpm('install');
    expect(await project.run('src/main.ts')).toMatchObject({ code: 0 });
    expect(await project.npmCalls()).toEqual([CI, ...ONE_INSTALL]);
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    await mkdir(path.join(project.dir, '.install-lock'));
    await writeFile(path.join(project.dir, '.install-lock', `${gone.pid}-abc`), '');
    expect(await project.run('src/main.ts')).toMatchObject({ code: 0 });
    expect(await readdir(project.dir)).not.toContain('.install-lock');
  });
});

describe('the pinned Node', () => {
  useProject('test');

  it('is brought by the script of its package when npm left that out', async () => {
    await project.letNpm('ignore-scripts');
    const { code, out } = await project.run('src/main.ts');
    expect([code, (JSON.parse(out) as { pinned: string }).pinned]).toEqual([0, 'yes']);
    expect(await project.npmCalls()).toEqual([CI, 'end', 'setup']);
  });

  it('is brought again when the file is not a program', async () => {
    await project.run('src/main.ts');
    await writeFile(path.join(project.dir, 'node_modules/node/bin/node'), 'half');
    const { code, out } = await project.run('src/main.ts');
    expect([code, (JSON.parse(out) as { pinned: string }).pinned]).toEqual([0, 'yes']);
    expect(await project.npmCalls()).toEqual([...ONE_INSTALL, 'setup']);
  });

  it('may be replaced by the one at hand when it cannot be had', async () => {
    await project.letNpm('ignore-scripts');
    await writeFile(path.join(project.dir, 'parts/setup.mjs'), 'process.exit(3)');
    const { code, out, err } = await project.run('src/main.ts', 'hello');
    expect([code, JSON.parse(out)]).toEqual([0, { args: ['hello'] }]);
    expect(err).toContain('going on with this one');
    // And is not asked for each time.
    expect(await project.run('src/main.ts')).toMatchObject({ code: 0, err: '' });
  });
});

describe('the program', () => {
  useProject('group');

  it('is a file of the project or the command of a package, with settings for its environment', async () => {
    const { out } = await project.run('--env', 'SETTING=a=b', 'do-it', 'now');
    expect(JSON.parse(out)).toMatchObject({ args: ['now'], setting: 'a=b' });
    const unknown = await project.run('no-such-command');
    expect([unknown.code, unknown.err]).toEqual([
      1,
      'No package among the dependencies has a command "no-such-command".\n',
    ]);
    expect(await project.run()).toMatchObject({ code: 2 });
  });

  it('gives its exit code, and 128 + n for a signal', async () => {
    expect(await project.run('src/main.ts', 'exit', '3')).toMatchObject({ code: 3 });
    expect(await project.run('src/main.ts', 'die', 'SIGKILL')).toMatchObject({ code: 137 });
    expect(await project.run('src/main.ts', 'die', 'SIGTERM')).toMatchObject({ code: 143 });
  });

  /** A program that tells of the signals it gets. */
  async function startWaiting(): Promise<{ child: ChildProcess; got: string[] }> {
    const child = project.start(['src/main.ts', 'wait']);
    const got: string[] = [];
    createInterface(child.stdout!).on('line', (line) => got.push(line));
    await until(() => got.shift() === 'waiting');
    return { child, got };
  }

  it.each([
    ['SIGINT', 'SIGTERM'],
    ['SIGTERM', 'SIGHUP'],
    ['SIGHUP', 'SIGINT'],
  ] as const)(
    'gets %s once, sent to the launcher, to all of its group, or by npm once more',
    async (signal, marker) => {
      for (const target of ['launcher', 'group', 'npm']) {
        const { child, got } = await startWaiting();
        process.kill(target === 'launcher' ? child.pid! : -child.pid!, signal);
        if (target === 'npm') child.kill(signal);
        await until(() => got.length > 0);
        // Signals are passed on in their order: with this one there, no other can follow.
        child.kill(marker);
        await until(() => got.includes(marker));
        await outcomeOf(child);
        expect([target, ...got]).toEqual([target, signal, marker]);
      }
    },
  );

  it('is told to stop when the shell between npm and the launcher dies of a signal', async () => {
    const shell = project.startBelowShell(['src/main.ts', 'serve']);
    const lines = createInterface(shell.stdout!)[Symbol.asyncIterator]();
    expect(await lines.next()).toMatchObject({ value: 'waiting' });
    shell.kill('SIGTERM');
    expect(await lines.next()).toMatchObject({ value: 'stopped' });
  });

  it('is not left alone when a signal ends its launcher just as it starts', async () => {
    const hook = path.join(project.dir, 'signal-at-start.mjs');
    await writeFile(hook, SIGNAL_AT_START);
    const child = project.start(['src/main.ts', 'serve'], { NODE_OPTIONS: `--import=${hook}` });
    const { code, err } = await outcomeOf(child);
    // As the program ended: in order, or of the signal before it knew what to do with it.
    expect([0, 143], err).toContain(code);
  });

  it('gets a second Ctrl-C', async () => {
    const { child, got } = await startWaiting();
    await until(() => {
      process.kill(-child.pid!, 'SIGINT');
      return got.length >= 2;
    });
    await outcomeOf(child);
    expect(new Set(got)).toEqual(new Set(['SIGINT']));
  });
});

describe('bin/waybill.mjs', () => {
  useProject('group');

  it('runs the sources in a checkout', async () => {
    expect(JSON.parse((await runBin(project.dir)).out)).toEqual({ args: ['hello'], pinned: 'yes' });
  });

  it('runs what was built in an installed package', async () => {
    const installed = path.join(project.dir, 'installed');
    await cp(path.join(project.dir, 'bin'), path.join(installed, 'bin'), { recursive: true });
    await cp(path.join(project.dir, 'parts/tool.mjs'), path.join(installed, 'dist/main.js'));
    await writeFile(path.join(installed, 'package.json'), '{"type":"module"}');
    expect(JSON.parse((await runBin(installed)).out)).toEqual({ args: ['hello'] });
  });

  function runBin(dir: string): ReturnType<typeof outcomeOf> {
    return outcomeOf(
      spawn(process.execPath, [path.join(dir, 'bin/waybill.mjs'), 'hello'], { cwd: '/', stdio: 'pipe' }),
    );
  }
});
