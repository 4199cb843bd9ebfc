import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundledPackages } from './test/release/bundled-packages.ts';
import { commandLine } from './test/release/command-line.ts';

const packages = bundledPackages(import.meta.dirname);
const at = (path: string) => resolve(import.meta.dirname, path);
// Its variant for Node declares a `require` of its own, which a bundle has already.
const alias = { fflate: 'fflate/browser' };

export default defineConfig({
  main: {
    plugins: [packages, commandLine(import.meta.dirname, { alias })],
    resolve: { alias },
    build: {
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          cli: at('src/main/cli.ts'),
          worker: at('src/main/jobs/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [packages],
    build: {
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { minify: true, rollupOptions: { input: at('src/renderer/index.html') } },
    plugins: [react(), packages],
  },
});
