import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { COMMAND_FOLDER } from '../../src/main/cli/compiled.ts';

/**
 * After the main process' bundles: the command line once more, as CommonJS bundles of its own with compiled code beside them (see
 * src/main/cli/compiled.ts). `like` is what of the main process' configuration counts for these bundles too.
 */
export function commandLine(
  root: string,
  like: { readonly alias: Readonly<Record<string, string>> },
): Plugin {
  return {
    name: 'command-line',
    apply: 'build',
    async closeBundle() {
      const folder = join(root, 'out/main', COMMAND_FOLDER);
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        resolve: { alias: { ...like.alias } },
        ssr: { noExternal: true, external: [...OUTSIDE] },
        build: {
          ssr: true,
          outDir: folder,
          emptyOutDir: true,
          copyPublicDir: false,
          minify: false,
          chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
          rollupOptions: {
            input: { main: join(root, 'src/main/cli/main.ts') },
            output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
          },
        },
      });
      const maker = join(root, 'test/release/compile.ts');
      const sample = join(root, 'resources/samples/sample-report.md');
      const { status } = spawnSync(process.execPath, [maker, folder, sample], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) this.warn('no compiled code for the command line: it starts more slowly');
    },
  };
}

/** Loaded from node_modules: the runtime dependencies of package.json. */
const OUTSIDE = ['better-sqlite3', 'koffi', 'pdfmake'];
