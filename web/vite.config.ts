import { join } from 'node:path';
import { defineConfig } from 'vite';

const repository = join(import.meta.dirname, '..');

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: join(repository, '.cache/vite'),
  // Code that both ends share lies beside this folder.
  server: { port: 3333, strictPort: true, host: 'localhost', fs: { allow: [repository] } },
  preview: { port: 3333, strictPort: true, host: 'localhost' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // three alone is 590 kB before compression; what counts is the budget of the compressed first load.
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 700,
  },
});
