import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { createStandIn, type HostPort, type StandIn } from './electron.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Chromium knows no custom scheme; `*.localhost` is a secure context as the app's own scheme is. */
const APP_ORIGIN = 'app://bundle';
const WEB_ORIGIN = 'http://bundle.app.localhost';
const SLOT = Symbol.for('gouji.electron');

export interface HostOptions {
  readonly page: Page;
  readonly userData: string;
  readonly documents: string;
  readonly dialogs: Pick<HostPort, 'openDialog' | 'saveDialog' | 'answer'>;
  readonly quit?: () => void;
}

export interface Host extends StandIn {
  /** Requests that left for anywhere but the app itself; all were refused. */
  readonly foreignRequests: string[];
}

/**
 * Runs the built main entry in this process against a page of a real Chromium: the same main, preload and
 * renderer bundles that Electron would run. One host a process, since the main entry starts once.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { page } = options;
  const foreignRequests: string[] = [];
  let loaded: () => void = () => {};
  const firstLoad = new Promise<void>((done) => {
    loaded = done;
  });
  const standIn = createStandIn(
    {
      ...options.dialogs,
      load: async (url) => {
        await page.goto(url.replace(APP_ORIGIN, WEB_ORIGIN));
        loaded();
      },
      send: (channel, payload) => {
        // A page that is being closed cannot listen any more.
        const deliver = ([name, detail]: readonly [string, unknown]): boolean =>
          dispatchEvent(new CustomEvent(`gouji:${name}`, { detail }));
        page.evaluate(deliver, [channel, payload] as const).catch(() => {});
      },
      quit: options.quit ?? (() => {}),
    },
    options,
  );
  await connect(page, standIn, foreignRequests);
  provideElectron(standIn);
  const failed = new Promise<never>((_, reject) => {
    const timer = setInterval(() => {
      if (standIn.recorded.errors.length > 0) reject(new Error(standIn.recorded.errors.join('\n')));
    }, 100);
    firstLoad.then(() => clearInterval(timer));
  });
  // Natively, so that neither a bundler nor a test runner stands between the built file and Node.
  const nativeImport = createRequire(import.meta.url)('./native-import.cjs') as (
    url: string,
  ) => Promise<unknown>;
  await nativeImport(pathToFileURL(join(ROOT, 'out/main/index.js')).href);
  await Promise.race([firstLoad, failed]);
  return Object.assign(standIn, { foreignRequests });
}

async function connect(page: Page, standIn: StandIn, foreignRequests: string[]): Promise<void> {
  await page.exposeBinding('goujiInvoke', async (source, channel: string, input: unknown) => {
    const listener = standIn.listeners.get(channel);
    if (!listener) throw new Error(`no handler for ${channel}`);
    const url = source.frame.url().replace(WEB_ORIGIN, APP_ORIGIN);
    return listener({ senderFrame: { url, parent: source.frame.parentFrame() } }, input);
  });
  await page.addInitScript(preloadScript(await readFile(join(ROOT, 'out/preload/index.cjs'), 'utf8')));
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (!url.startsWith(`${WEB_ORIGIN}/`)) {
      foreignRequests.push(url);
      return route.abort('blockedbyclient');
    }
    const handler = standIn.protocols.get('app');
    if (!handler) return route.abort();
    const response = await handler(new Request(url.replace(WEB_ORIGIN, APP_ORIGIN)));
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  });
}

/** The preload bundle as it is, in front of a small `electron` whose transport is the page binding. */
const preloadScript = (bundle: string): string => `(() => {
  const wrapped = new Map();
  const ipcRenderer = {
    invoke: (channel, input) => globalThis.goujiInvoke(channel, input),
    on(channel, listener) {
      const receive = (event) => listener({}, event.detail);
      wrapped.set(listener, receive);
      globalThis.addEventListener('gouji:' + channel, receive);
    },
    removeListener(channel, listener) {
      globalThis.removeEventListener('gouji:' + channel, wrapped.get(listener));
    },
  };
  const contextBridge = { exposeInMainWorld: (name, value) => { globalThis[name] = value; } };
  const electron = { contextBridge, ipcRenderer };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('the sandboxed preload may not require ' + name);
  };
  const module = { exports: {} };
  ((require, module, exports) => {${bundle}\n})(require, module, module.exports);
})();`;

/** Puts the stand-in where the built main entry imports `electron`. */
function provideElectron(standIn: StandIn): void {
  Object.assign(globalThis, { [SLOT]: standIn.module });
  const names = Object.keys(standIn.module);
  const source = [
    `const electron = globalThis[Symbol.for('gouji.electron')];`,
    ...names.map((name) => `export const ${name} = electron.${name};`),
    'export default electron;',
  ].join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: 'gouji-host:electron', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'gouji-host:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}

/** Dialogs that answer with what a test lined up; an unexpected dialog is closed by nobody and so cancelled. */
export function scriptedDialogs(): HostOptions['dialogs'] & {
  opens: string[];
  saves: string[];
  suggested: string[];
} {
  const opens: string[] = [];
  const saves: string[] = [];
  const suggested: string[] = [];
  return {
    opens,
    saves,
    suggested,
    openDialog: async () => {
      const file = opens.shift();
      return { canceled: file === undefined, filePaths: file === undefined ? [] : [file] };
    },
    saveDialog: async ({ defaultPath = '' }) => {
      suggested.push(basename(defaultPath));
      const filePath = saves.shift();
      return { canceled: filePath === undefined, filePath: filePath ?? '' };
    },
  };
}
