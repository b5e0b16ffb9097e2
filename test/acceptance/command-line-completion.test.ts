import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf, launch, type CommandResult } from '../support/launch.ts';

const execute = promisify(execFile);

let dir: string;
/** The words of the program's own help: whatever command is added there has to be completed. */
let commands: string[];

const run = (...args: string[]): Promise<CommandResult> =>
  launch(args, { dir, env: environmentOf(dir, '') }).result;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-completion-'));
  const [help, ...scripts] = await Promise.all([
    run('--help'),
    ...['bash', 'zsh', 'fish'].map((shell) => run('completion', shell)),
  ]);
  expect(scripts.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  for (const [index, shell] of ['bash', 'zsh', 'fish'].entries())
    await writeFile(path.join(dir, shell), scripts[index]!.stdout);
  commands = [...help.stdout.split('\nCommands:\n')[1]!.matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  expect(commands).toContain('export');
});

afterAll(() => rm(dir, { recursive: true }));

/** What bash offers for the last of these words. */
async function inBash(...words: string[]): Promise<string[]> {
  const script = `
    source ./bash
    COMP_WORDS=(waybill "$@"); COMP_CWORD=$#
    _waybill
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execute('bash', ['--norc', '-c', script, 'bash', ...words], { cwd: dir });
  return stdout.split('\n').filter((line) => line !== '');
}

async function inFish(line: string): Promise<string[]> {
  const { stdout } = await execute('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`], {
    cwd: dir,
    env: { ...process.env, HOME: dir },
  });
  return stdout
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => one.split('\t', 1)[0]!);
}

/** Zsh completes in a terminal only: its module zpty is one. What the tab key lists is what comes back. */
async function inZsh(line: string, awaited: string): Promise<string> {
  const script = `
    zmodload zsh/zpty
    zpty -b shell 'TERM=dumb zsh -f -i'
    zpty -w shell 'PS1=; autoload -U compinit; compinit -u -D; source ./zsh; stty columns 200; LISTMAX=0; print rea''dy'
    zpty -r shell output '*ready*'
    zpty -w -n shell $1$'\\t\\t'
    zpty -r shell output "*$2*"
    print -rn -- "$output"
    zpty -d shell`;
  const { stdout } = await execute('zsh', ['-f', '-c', script, 'zsh', line, awaited], {
    cwd: dir,
    timeout: 20_000,
  });
  return stdout;
}

describe('waybill completion', () => {
  it('bash: every command, its own commands, flags and their values; files elsewhere', async () => {
    expect((await inBash('')).toSorted()).toEqual([...commands, 'users'].toSorted());
    expect(await inBash('run')).toEqual(['runs']);
    expect(await inBash('--json', 'runs', 'l')).toEqual(['list']);
    expect(await inBash('runs', 'list', '--stat')).toEqual(['--status']);
    expect(await inBash('runs', 'list', '--status', 'C')).toEqual(['CREATED', 'COMPLETE']);
    expect(await inBash('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await inBash('workspace', 'allow', 'r')).toEqual(['remove']);
    expect(await inBash('import', 'zs')).toEqual(['zsh']);
    expect(await inBash('export', '--out', 'fi')).toEqual(['fish']);
  });

  it('bash: each flag of `waybill export --help`', async () => {
    const { stdout } = await run('export', '--help');
    // `--version` is the program's alone.
    const flags = [...stdout.matchAll(/--[a-z-]+/g)]
      .map(([name]) => name)
      .filter((name) => name !== '--version');
    expect(flags).toContain('--bom-levels');
    expect(await inBash('export', '--')).toEqual(expect.arrayContaining([...flags]));
  });

  it.runIf(existsSync('/usr/bin/fish'))('fish: the same', async () => {
    expect((await inFish('waybill ')).toSorted()).toEqual([...commands, 'users'].toSorted());
    expect(await inFish('waybill runs list --status C')).toEqual(['COMPLETE', 'CREATED']);
    expect(await inFish('waybill completion ')).toEqual(['bash', 'fish', 'zsh']);
    expect(await inFish('waybill workspace allow r')).toEqual(['remove']);
  });

  it.runIf(existsSync('/usr/bin/zsh'))('zsh: the same', async () => {
    const all = await inZsh('waybill ', 'workspace  *-- ');
    for (const command of commands) expect(all).toMatch(new RegExp(`^(\\w+ +)?${command}\\b.*-- `, 'm'));
    const statuses = await inZsh('waybill runs list --status C', 'CREATED');
    expect(statuses).toContain('CREATED');
    expect(statuses).not.toContain('ABORTED');
  });

  it('of another shell is wrong usage', async () => {
    const { code, stderr } = await run('completion', 'csh');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Allowed choices are bash, zsh, fish.')]);
  });
});
