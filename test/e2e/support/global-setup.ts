import path from 'node:path';
// @ts-expect-error -- plain JavaScript, which runs before anything is installed
import { preparePage } from '../../../scripts/launch/page.mjs';

/** The page is built once, before the first server is asked for it. */
export default async function setup(): Promise<void> {
  await (preparePage as (node: string) => Promise<void>)(path.resolve(process.execPath));
}
