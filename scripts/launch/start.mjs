import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm passes on what the terminal has sent to all of us already: the same signal within this time is the same one. */
const SAME_SIGNAL_MS = 500;
/** The canary dies of a signal within a millisecond; a loaded machine may take longer to say so. */
const CANARY_WAIT_MS = 100;
const LOOK_AT_PARENT_EVERY_MS = 250;

/**
 * Runs a program with our input and output and ends as it ends: with its exit code, or 128 + n for a signal. (Becoming the
 * program, by execve, would save a process, but under npm it would get every Ctrl-C twice.)
 * @param {string} node @param {readonly string[]} args @param {Record<string, string>} settings for its environment
 */
export async function start(node, args, settings) {
  let child;
  // First: a signal that ends us right after the program has been started would leave it behind.
  const stopForwarding = forwardSignals((signal) => child.kill(signal));
  child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, ...settings } });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  process.exitCode = await ended;
  stopForwarding();
}

/**
 * Gives the child each signal exactly once: a second one means "at once" to a server that is stopping. Ctrl-C in a terminal,
 * timeout(1) and systemd signal the whole group, so the child has it already; `kill` of this process does not. A canary tells
 * the two apart: a process in our group that does nothing and dies when the group is signalled. It also ends when we do, as its
 * input does.
 */
function forwardSignals(pass) {
  let canary = spawnCanary();
  let last = { signal: '', at: 0 };
  let decided = Promise.resolve();
  const onSignal = (signal) => {
    const now = Date.now();
    if (signal === last.signal && now - last.at < SAME_SIGNAL_MS) return;
    last = { signal, at: now };
    decided = decided.then(async () => {
      const death = await Promise.race([canary.death, wait(CANARY_WAIT_MS)]);
      if (death !== undefined) canary = spawnCanary();
      if (death !== signal) pass(signal);
    });
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // npm and npx pass SIGTERM to the shell that runs us, which dies of it and tells nobody.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (last.signal === '') onSignal('SIGTERM');
  }, LOOK_AT_PARENT_EVERY_MS);
  if (process.env.npm_command === undefined) clearInterval(watch);
  return () => {
    clearInterval(watch);
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    canary.end();
  };
}

function spawnCanary() {
  const cat = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  // Without one (no `cat`) every signal is passed on.
  const death = new Promise((resolve) => {
    cat.once('exit', (_code, signal) => resolve(signal ?? undefined));
    cat.once('error', () => undefined);
  });
  cat.stdin.on('error', () => undefined);
  cat.unref();
  cat.stdin.unref?.();
  return { death, end: () => cat.stdin.end() };
}
