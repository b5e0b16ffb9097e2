import { describe, expect, it } from 'vitest';
import { createInbox } from './workspace-watch.ts';

const MISSED = 'event: missed\ndata: {}\n\n';

describe('what is held for a client that reads slowly', () => {
  it('is the last state of each run, in the order of the changes', () => {
    const inbox = createInbox();
    inbox.changed('A', 'a1');
    inbox.changed('B', 'b1');
    inbox.changed('A', 'a2');
    expect(inbox.take()).toEqual(['b1', 'a2']);
    expect(inbox.take()).toEqual([]);
  });

  it('has a ceiling: beyond it the client is told once that it has missed some', () => {
    const inbox = createInbox();
    const event = 'x'.repeat(1_000);
    for (let run = 0; run < 10_000; run += 1) inbox.changed(`RUN${run}`, event);
    const taken = inbox.take();
    expect(taken[0]).toBe(MISSED);
    expect(taken.filter((one) => one === MISSED)).toHaveLength(1);
    expect(taken.join('').length).toBeLessThan(5_000_000);
    inbox.changed('A', 'a1');
    expect(inbox.take()).toEqual(['a1']);
  });

  it('does not grow with a run that changes often', () => {
    const inbox = createInbox();
    for (let change = 0; change < 10_000; change += 1) inbox.changed('A', `${change}`.padEnd(1_000));
    expect(inbox.take()).toEqual(['9999'.padEnd(1_000)]);
  });
});
