import { readFile } from 'node:fs/promises';
import path from 'node:path';

const GUIDES = path.resolve(import.meta.dirname, '../../docs/guides');

/** The program in a guide that is the only one with what stands after its backticks: its language. */
export async function programInGuide(guide: string, language: string): Promise<string> {
  const text = await readFile(path.join(GUIDES, guide), 'utf8');
  const found = [...text.matchAll(/^```(.+)\n([^]*?)^```$/gm)].filter(([, info]) => info === language);
  if (found.length !== 1) throw new Error(`${guide} has ${found.length} blocks of ${language}`);
  return found[0]![2]!;
}
