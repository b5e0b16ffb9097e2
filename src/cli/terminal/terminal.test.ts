import { describe, expect, it } from 'vitest';
import { createMeter } from './meter.ts';
import { drawStep, textOf } from './live-line.ts';
import { formatTable } from './table.ts';
import { cut, formatBytes, formatDuration, pad, widthOf } from './text.ts';
import type { Terminal } from './terminal.ts';

const terminal = (columns?: number): Terminal => ({
  isTerminal: columns !== undefined,
  columns,
  hasSymbols: true,
  paint: (_, text) => text,
});

describe('texts on a terminal', () => {
  it('are cut and filled by the columns that they take', () => {
    expect([widthOf('漢字'), widthOf('é'), widthOf('👩‍🔧')]).toEqual([4, 1, 2]);
    expect(cut('resistor', 5)).toBe('resi…');
    expect(cut('resistor', 8)).toBe('resistor');
    expect(cut('漢字漢字', 6)).toBe('漢字…');
    expect(cut('👩‍🔧👩‍🔧👩‍🔧', 5)).toBe('👩‍🔧👩‍🔧…');
    expect(cut('resistor', 0)).toBe('');
    expect(pad('漢', 4)).toBe('漢  ');
  });

  it('figures', () => {
    expect([999, 1_000, 1_250_000].map(formatBytes)).toEqual(['999 B', '1.0 kB', '1.3 MB']);
    expect([-1, 400, 12_400, 200_000, 7_500_000].map(formatDuration)).toEqual([
      '0.0 s',
      '0.4 s',
      '12 s',
      '3 min 20 s',
      '2 h 5 min',
    ]);
  });
});

describe('formatTable', () => {
  const GUID = 'ABCDEFGHIJKLMNOPQRST';
  const columns = ['NUMBER', 'NAME', { title: 'MADE', leaves: 1 }, { title: 'GUID', isWhole: true }] as const;
  const rows = [
    ['1', 'Motor controller, 24 V, with housing', '2026-01-02T03:04:05Z', GUID],
    ['2', '電動機制御装置', '2026-01-02T03:04:05Z', GUID],
  ];

  it('is whole where nobody looks', () => {
    expect(formatTable(columns, rows, terminal()).split('\n')[1]).toBe(
      `1       Motor controller, 24 V, with housing  2026-01-02T03:04:05Z  ${GUID}`,
    );
  });

  it.each([20, 40, 60, 80, 200])('is no wider than %i columns', (width) => {
    const lines = formatTable(columns, rows, terminal(width)).split('\n');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    // From 40 on the GUID can be copied.
    expect(lines[1]!.includes(GUID)).toBe(width >= 40);
    expect(lines[1]!.includes('2026')).toBe(width >= 200);
    // Columns stand below each other, however wide their letters.
    expect(new Set(lines.slice(1).map((line) => widthOf(line.slice(0, line.indexOf('A')))))).toHaveLength(1);
  });

  it('writes what would move the cursor as text', () => {
    expect(formatTable(['NAME'], [['a\u001b[2Jb\n']], terminal())).toBe('NAME\na\\u{1b}[2Jb\\u{a}');
  });
});

describe('a step under way', () => {
  const step = { label: 'Writing', share: 0.426, facts: ['4,260 of 10,000 rows', '900 rows/s', '7 s left'] };

  it('is a bar with all that fits', () => {
    expect(drawStep(step, terminal(100), 0)).toBe(
      '⠋ Writing  ████████████░░░░░░░░░░░░░░░░░░   42 %  4,260 of 10,000 rows  900 rows/s  7 s left',
    );
    expect(drawStep(step, terminal(50), 1)).toBe('⠙ Writing  ███░░░░░░   42 %  4,260 of 10,000 rows');
    for (let width = 4; width < 120; width += 1)
      expect(widthOf(drawStep(step, terminal(width), 0)), String(width)).toBeLessThan(width);
  });

  it('is a line of text elsewhere', () => {
    expect(textOf(step)).toBe('Writing  42 %  4,260 of 10,000 rows  900 rows/s  7 s left');
    expect(textOf({ label: 'queued' })).toBe('queued');
  });
});

describe('createMeter', () => {
  it('tells the pace of the last seconds, and begins again with what it measures', () => {
    let now = 0;
    const meter = createMeter(() => now);
    const at = (ms: number, done: number, total?: number) => {
      now = ms;
      return meter(done, total);
    };
    expect(at(0, 0, 100)).toEqual({ rate: undefined, leftMs: undefined });
    expect(at(1_000, 10, 100)).toEqual({ rate: 10, leftMs: 9_000 });
    expect(at(2_000, 20)).toEqual({ rate: 10, leftMs: undefined });
    for (let second = 3; second <= 10; second += 1) at(1_000 * second, 20 + second, 100);
    expect(at(11_000, 31, 100).rate).toBe(1);
    expect(at(12_000, 0, 100)).toEqual({ rate: undefined, leftMs: undefined });
  });
});
