import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { HttpServer } from '../platform/http/server.ts';
import { PACKAGE_ROOT } from '../platform/package-root.ts';
import { SCREENS } from './page.contract.ts';

/** What `vite build` makes. */
const PAGE_FOLDER = path.join(PACKAGE_ROOT, 'web/dist');

/**
 * Nothing from elsewhere and no script in the page's text. Styles are: the components place what floats with style attributes. Pictures and
 * PDFs are shown from this server.
 */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Waybill</title>
<h1>The page has not been built</h1>
<p>The API is here: <a href="/docs">its documentation</a>. For the page, run <code>npm start</code> in the project's folder, or <code>npm run build</code>.</p></html>`;

/** `/`, and the addresses of the screens below it: all the same page, which needs no session to be shown. */
export function registerPage(app: HttpServer): void {
  app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true };
    });
    for (const url of ['/', ...SCREENS.flatMap((screen) => [`/${screen}`, `/${screen}/*`])]) {
      scope.get(url, async (_request, reply) => {
        const page = await readPage();
        return reply
          .code(page === undefined ? 503 : 200)
          .headers({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' })
          .type('text/html; charset=utf-8')
          .send(page ?? NOT_BUILT);
      });
    }
    // Named by what is in them: they never change.
    await scope.register(fastifyStatic, {
      root: path.join(PAGE_FOLDER, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      index: false,
      decorateReply: false,
    });
  });
}

async function readPage(): Promise<string | undefined> {
  try {
    return await readFile(path.join(PAGE_FOLDER, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
