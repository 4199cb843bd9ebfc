import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A draft that would load from the network, run script and restyle the page, were it ever inserted as HTML. */
const HOSTILE_PAGE = `<!doctype html><html lang="zh"><head><title>含外部内容的报告</title>
<link rel="stylesheet" href="https://example.com/a.css"><script src="https://example.com/a.js"></script>
<script>window.hostile = 'head'</script></head><body onload="window.hostile='body'">
<h1>含外部内容的报告</h1><p>本季度共办理业务12笔。<img src="https://example.com/a.png" onerror="window.hostile='image'"></p>
<iframe src="https://example.com/frame"></iframe><svg onload="window.hostile='svg'"></svg>
<p>&lt;img src=x onerror="window.hostile='text'"&gt;</p></body></html>`;

/** What Electron's security checklist asks, point by point (electronjs.org, tutorial/security), and design.md §7. */
describe.skipIf(!chromiumPath)('the window is locked down', () => {
  let app: Launched;
  let page: Page;
  let host: Host;
  const webPreferences = (): Record<string, unknown> =>
    host.recorded.windows[0]?.['webPreferences'] as Record<string, unknown>;

  beforeAll(async () => {
    app = await launch();
    ({ page, host } = app);
    await page.getByTestId('library-row').first().waitFor();
  });
  afterAll(() => app?.close());

  it('1 loads nothing but the app itself', () => {
    expect(page.url()).toBe('http://bundle.app.localhost/index.html');
    expect(host.foreignRequests).toEqual([]);
  });

  it('2, 20 gives the page neither Node nor Electron, and one bridge of named methods', async () => {
    expect(webPreferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.entries((globalThis as unknown as { gouji: object }).gouji).map(([name, value]) => [
        name,
        typeof value,
      ]),
    }));
    expect(seen.globals).toEqual([]);
    expect(seen.bridge.filter(([, type]) => type !== 'function')).toEqual([]);
    expect(seen.bridge.map(([name]) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(send|invoke|emit|call)$/)]),
    );
  });

  it('3, 4 isolates the context and sandboxes the process', () => {
    expect(webPreferences()).toMatchObject({ contextIsolation: true, sandbox: true });
    expect(host.recorded.switches).toContain('sandbox');
    expect(host.recorded.windows).toHaveLength(1);
  });

  it('5 grants no permission, no device and no screen', () => {
    let granted: boolean | null = null;
    host.permissionRequest?.(null, 'geolocation', (answer) => {
      granted = answer;
    });
    let streams: object | null = null;
    host.displayMedia?.({}, (answer) => {
      streams = answer;
    });
    expect(granted).toBe(false);
    expect(host.permissionCheck?.()).toBe(false);
    expect(host.devicePermission?.()).toBe(false);
    expect(streams).toEqual({});
  });

  it('6, 8, 9, 10 leaves the security of the web on, and nothing experimental', () => {
    expect(webPreferences()).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
    });
    expect(webPreferences()).not.toHaveProperty('enableBlinkFeatures');
  });

  it('7 serves a strict content security policy with every file', async () => {
    const handler = host.protocols.get('app');
    const policy = (await handler?.(new Request('app://bundle/index.html')))?.headers.get(
      'content-security-policy',
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });

  it('7 and Chromium enforces it: no inline script, no inline style, no foreign picture', async () => {
    const violations = await page.evaluate(async () => {
      const seen: string[] = [];
      const added: HTMLElement[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const add = (name: string, set: (element: HTMLElement) => void): void => {
        const element = document.createElement(name);
        set(element);
        document.body.append(element);
        added.push(element);
      };
      add('script', (script) => {
        script.textContent = 'window.hostile = 1';
      });
      add('style', (style) => {
        style.textContent = 'body { display: none }';
      });
      add('img', (image) => image.setAttribute('src', 'https://example.com/a.png'));
      add('iframe', (frame) => frame.setAttribute('src', 'https://example.com/'));
      await fetch('https://example.com/').catch(() => {});
      await new Promise((done) => setTimeout(done, 300));
      for (const element of added) element.remove();
      return seen;
    });
    expect([...new Set(violations)].sort()).toEqual([
      'connect-src',
      'frame-src',
      'img-src',
      'script-src-elem',
      'style-src-elem',
    ]);
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
    expect(host.foreignRequests).toEqual([]);
    app.errors.length = 0;
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '11, 12, 13 refuses %s',
    (event) => {
      let prevented = false;
      host.contents.emit(event, {
        url: 'https://example.com/',
        preventDefault: () => {
          prevented = true;
        },
      });
      expect(prevented).toBe(true);
      expect(webPreferences()).toMatchObject({ webviewTag: false, navigateOnDragDrop: false });
    },
  );

  it('14 opens no other window', async () => {
    expect(host.windowOpenHandler?.({ url: 'https://example.com' })).toEqual({ action: 'deny' });
    expect(host.windowOpenHandler?.({ url: 'app://bundle/index.html' })).toEqual({ action: 'deny' });
  });

  it('17 answers nobody but its own top frame', async () => {
    const listen = host.listeners.get('report:list');
    for (const senderFrame of [
      { url: 'https://example.com/', parent: null },
      { url: 'app://bundle/index.html', parent: {} },
      { url: 'app://bundle.example.com/', parent: null },
    ]) {
      expect(await listen?.({ senderFrame }, undefined)).toMatchObject({ ok: false });
    }
  });

  it.each([
    'app://bundle/..%2f..%2fpackage.json',
    'app://bundle/%2e%2e/main/index.js',
    'app://bundle/..%5c..%5cpackage.json',
    'app://bundle/%00index.html',
    'app://other/index.html',
    'app://bundle/',
  ])('18 serves nothing outside its folder: %s', async (url) => {
    const answer = await host.protocols.get('app')?.(new Request(url));
    expect(answer?.status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['https://example.com/a.js', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://127.0.0.1/', true],
    ['ftp://example.com/', true],
    ['file:///etc/passwd', true],
    ['chrome://settings/', true],
    ['data:text/html,<p>', true],
    ['app://elsewhere/index.html', true],
    ['app://bundle.example.com/', true],
    ['app://bundle/index.html', false],
  ])('every session decides on %s', (url, cancelled) => {
    let reply: { cancel?: boolean } = {};
    host.beforeRequest?.({ url }, (answer) => {
      reply = answer;
    });
    expect(reply.cancel).toBe(cancelled);
  });

  it('no proxy, no names, no spelling dictionaries, no certificates, no downloads, no crash reports', () => {
    expect(host.recorded.switches).toEqual(
      expect.arrayContaining([
        'host-resolver-rules=MAP * ~NOTFOUND',
        'no-proxy-server',
        'disable-breakpad',
        'disable-background-networking',
        'disable-component-update',
      ]),
    );
    expect(host.recorded.settings).toMatchObject({
      proxy: { mode: 'direct' },
      spellCheckerEnabled: false,
      spellCheckerDictionaryDownloadURL: expect.stringMatching(/^app:\/\/bundle\//),
      webRTCIPHandlingPolicy: 'disable_non_proxied_udp',
    });
    expect(webPreferences()).toMatchObject({ spellcheck: false });
    let verdict = 0;
    host.certificateVerify?.({}, (code) => {
      verdict = code;
    });
    expect(verdict).toBe(-2);
    let prevented = false;
    host.session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });

  it.each(['certificate-error', 'select-client-certificate', 'login'])('refuses %s', (event) => {
    let prevented = false;
    let answered: unknown = null;
    const answer = (granted: boolean): void => {
      answered = granted;
    };
    host.app.emit(event, { preventDefault: () => (prevented = true) }, {}, '', '', {}, answer);
    expect(prevented).toBe(true);
    expect(answered ?? false).toBe(false);
  });

  it('shows an imported page without fetching, running or styling anything of it', async () => {
    const file = join(app.folder, 'hostile.html');
    writeFileSync(file, HOSTILE_PAGE);
    app.dialogs.opens.push(file);
    await page.getByTestId('library-import').click();
    await page.getByTestId('review-view').waitFor();
    await page.getByText('本季度共办理业务').first().waitFor();
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
    expect(await page.locator('iframe, object, embed').count()).toBe(0);
    expect(host.foreignRequests).toEqual([]);
    expect(app.errors).toEqual([]);
  });
});

describe('what the sources say', () => {
  it('16 names one exact version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
