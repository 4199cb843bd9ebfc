import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity, pem, privateKeyPem, TIMESTAMPING } from '../helpers/pki.ts';
import { PIN, SOFT_TOKEN, softToken } from '../helpers/soft-token.ts';
import { chromiumPath, type Launched, launch } from './launch.ts';
import { picture } from './look.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'resources/samples');
const KEYS = join(ROOT, 'test/fixtures/keys');

describe.skipIf(!chromiumPath)('seals in the window', () => {
  let app: Launched;
  let page: Page;
  beforeAll(async () => {
    app = await launch();
    page = app.page;
    const made = spawnSync(process.execPath, [
      ...[join(ROOT, 'out/main/cli.js'), 'export', join(SAMPLES, 'sample-report.md'), '--draft'],
      ...['--out', at('sealed.pdf'), '--stamp', '--p12', join(SAMPLES, 'TEST-ONLY-gouji.p12')],
      ...['--passphrase-file', join(SAMPLES, 'TEST-ONLY-gouji.passphrase.txt')],
    ]);
    expect(made.status).toBe(0);
  });
  afterAll(() => app?.close());

  const at = (name: string): string => join(app.folder, name);
  const valid = () => page.locator('[data-testid=verify-status][data-status=valid]');

  it('shows what is known of a seal, and what is not', async () => {
    app.dialogs.opens.push(at('sealed.pdf'));
    await page.getByTestId('verify-open').first().click();
    await valid().waitFor();
    const said = await page.getByTestId('verify-status').textContent();
    expect(said).toContain('未检查（离线，没有给出吊销列表）');
    expect(said).toContain('自签名证书，请另行核对签章人');
    expect(await page.getByTestId('verify-evidence').getAttribute('data-state')).toBe('agrees');
    await picture(page, 'verify-one');
  });

  it('adds a signature with a reason and a stamp', async () => {
    app.dialogs.opens.push(join(KEYS, 'TEST-ONLY-chain.p12'));
    app.dialogs.saves.push(at('twice.pdf'));
    await page.getByTestId('seal-add').click();
    await page.getByTestId('export-key').click();
    await page.getByTestId('export-key-name').waitFor();
    await page.getByTestId('export-passphrase').fill('wrong');
    await page.getByTestId('seal-add-confirm').click();
    await page.getByTestId('seal-add-error').getByText('证书口令不对').waitFor();
    await page.getByTestId('export-passphrase').fill('gouji-test');
    await page.getByTestId('seal-reason').fill('法务会签：同意报送');
    await page.getByTestId('seal-remember').check();
    await picture(page, 'add-seal');
    await page.getByTestId('seal-add-confirm').click();
    await page.getByTestId('verify-updates').waitFor();
    expect(await page.getByText('法务会签：同意报送').count()).toBe(1);
    expect(await valid().count()).toBe(1);
  });

  it('offers that certificate first the next time, and asks for its passphrase again', async () => {
    await page.getByTestId('seal-add').click();
    await page.getByTestId('seal-recall').click();
    expect(await page.getByTestId('export-key-name').textContent()).toBe('TEST-ONLY-chain.p12');
    expect(await page.getByTestId('export-passphrase').inputValue()).toBe('');
    await picture(page, 'add-seal-again');
    await page.keyboard.press('Escape');
  });

  it('judges by roots that the person brings', async () => {
    app.dialogs.opens.push(join(KEYS, 'TEST-ONLY-ca.pem'));
    await page.getByTestId('verify-trust').click();
    await page.locator('[data-testid=verify-status][data-status=invalid]').waitFor();
    expect(await page.getByText('签章证书不是由所信任的机构颁发').count()).toBe(1);
    expect(await page.getByText('由所信任的机构颁发（按所称时间）').count()).toBe(1);
    await picture(page, 'verify-trust');
    await page.getByTestId('verify-anew').click();
    await valid().waitFor();
  });

  it('fetches a time-stamp by way of two files', async () => {
    const authority = await identity({ name: '时间戳机构 TEST ONLY', ...TIMESTAMPING });
    app.dialogs.saves.push(at('request.tsq'), at('stamped.pdf'));
    await page.getByTestId('stamp-request').click();
    await page.getByText('时间戳请求已写入').first().waitFor();
    writeFileSync(at('tsa.key'), await privateKeyPem(authority));
    writeFileSync(at('tsa.pem'), pem('CERTIFICATE', authority.der));
    writeFileSync(at('serial'), '01\n');
    const settings = [`serial = ${at('serial')}`, 'default_policy = 1.2.3', 'digests = sha256'];
    const configuration = ['[tsa]', 'default_tsa = one', '[one]', ...settings, 'signer_digest = sha256'];
    writeFileSync(at('tsa.cnf'), configuration.join('\n'));
    const made = spawnSync('openssl', [
      ...['ts', '-reply', '-config', at('tsa.cnf'), '-queryfile', at('request.tsq')],
      ...['-inkey', at('tsa.key'), '-signer', at('tsa.pem'), '-out', at('reply.tsr')],
    ]);
    expect(made.status).toBe(0);
    app.dialogs.opens.push(at('reply.tsr'));
    await page.getByTestId('stamp-attach').click();
    await page.getByText('时间戳机构 TEST ONLY').waitFor();
    expect(await valid().count()).toBe(1);
    expect(readFileSync(at('stamped.pdf')).length).toBe(readFileSync(at('twice.pdf')).length);
    await picture(page, 'verify-stamped');
  });

  it.skipIf(!SOFT_TOKEN)('signs with a token', async () => {
    const soft = softToken();
    try {
      await soft.add('法务令牌', [await identity({ name: '法务部（令牌）TEST ONLY' })]);
      app.dialogs.opens.push(soft.library);
      app.dialogs.saves.push(at('thrice.pdf'));
      await page.getByTestId('seal-add').click();
      await page.getByTestId('seal-library').click();
      await page.getByTestId('seal-device').waitFor();
      expect(await page.getByTestId('seal-device').textContent()).toContain('法务令牌');
      await page.getByTestId('export-passphrase').fill(PIN);
      await picture(page, 'token');
      await page.getByTestId('seal-add-confirm').click();
      await page.getByText('法务部（令牌）TEST ONLY').first().waitFor();
      expect(await valid().count()).toBe(1);
    } finally {
      soft.remove();
    }
  });
});
