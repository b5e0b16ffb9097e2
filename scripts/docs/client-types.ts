import openapiTS, { astToString } from 'openapi-typescript';
import { openapiPage } from './openapi.ts';
import type { Page } from './page.ts';

const HEAD = '// Written by `npm run docs` from openapi.json.\n\n';

/** The types of every request and answer, for the TypeScript client. */
export async function clientTypesPage(): Promise<Page> {
  const { text, problems } = await openapiPage();
  const nodes = await openapiTS(text);
  return { text: HEAD + astToString(nodes), problems };
}
