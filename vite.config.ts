import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Beside each file its compressed forms: the server sends them as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const folder = path.join(dir, 'assets');
      const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(folder, name);
          const text = await readFile(file);
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
          await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
          await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
        }),
      );
    },
  };
}

/** `vite build`: the page, into web/dist. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'web'),
  base: '/',
  plugins: [react(), compressed()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1_000 },
  clearScreen: false,
  logLevel: 'warn',
});
