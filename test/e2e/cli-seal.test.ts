import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity, pem, privateKeyPem, revocationList, TIMESTAMPING } from '../helpers/pki.ts';
import { smallPdf } from '../helpers/small-pdf.ts';
import { PIN, SOFT_TOKEN, type SoftToken, softToken } from '../helpers/soft-token.ts';
import { type Ran, runGouji } from './gouji.ts';

const KEYS = resolve(import.meta.dirname, '../fixtures/keys');
const key = (name: string): string[] => [
  '--p12',
  join(KEYS, `TEST-ONLY-${name}.p12`),
  '--passphrase-file',
  'pass.txt',
];
const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-seal-'));
const at = (name: string): string => join(folder, name);
const gouji = (...args: string[]): Promise<Ran> => runGouji(folder, ...args);
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined;

beforeAll(async () => {
  writeFileSync(at('plain.pdf'), smallPdf());
  writeFileSync(at('pass.txt'), 'gouji-test\n');
  writeFileSync(at('pin.txt'), `${PIN}\n`);
  copyFileSync(join(KEYS, 'TEST-ONLY-ca.pem'), at('ca.pem'));
  const other = await identity({ name: '另一根证书', authority: true });
  writeFileSync(at('other.pem'), pem('CERTIFICATE', other.der));
  writeFileSync(
    at('list.crl'),
    await revocationList(other, [], { from: '2026-01-01T00:00:00Z', next: null }),
  );
  expect(await gouji('seal', 'plain.pdf', '--out', 'one.pdf', ...key('chain'), '--stamp')).toMatchObject({
    code: 0,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gouji seal and verify', () => {
  it('a second seal leaves the first one valid; roots and lists are told apart', async () => {
    const made = await gouji(
      'seal',
      'one.pdf',
      '--out',
      'two.pdf',
      ...key('chain'),
      '--reason',
      '法务会签',
      '--place',
      '演示市',
      '--contact',
      '张三',
      '--stamp',
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    const ran = await gouji(
      'verify',
      'two.pdf',
      '--trust',
      'other.pem',
      '--trust',
      'ca.pem',
      '--crl',
      'list.crl',
      '--format',
      'json',
    );
    expect(ran.code).toBe(0);
    const report = JSON.parse(ran.out);
    expect(report).toMatchObject({
      status: 'valid',
      problems: [],
      foreign: null,
      evidence: { state: 'absent' },
    });
    expect(report.signatures).toMatchObject([
      { trust: 'trusted', revocation: 'unknown', certifies: true, visible: true, timeBasis: 'claimed' },
      {
        trust: 'trusted',
        reason: '法务会签',
        place: '演示市',
        contact: '张三',
        certifies: false,
        coversWholeDocument: true,
      },
    ]);
    expect(report.revisions).toHaveLength(2);
    const text = await gouji('verify', 'two.pdf', '--trust', 'other.pem');
    expect(text).toMatchObject({
      code: 1,
      out: expect.stringContaining('文件没有改动，但签章人的证书不能认定'),
    });
  });

  it.skipIf(!hasOpenssl)('a time-stamp goes through two files', async () => {
    const authority = await identity({ name: '时间戳机构', ...TIMESTAMPING });
    expect(await gouji('stamp-request', 'one.pdf', '--out', 'q.tsq')).toMatchObject({ code: 0, err: '' });
    writeFileSync(at('tsa.key'), await privateKeyPem(authority));
    writeFileSync(at('tsa.pem'), pem('CERTIFICATE', authority.der));
    writeFileSync(at('serial'), '01\n');
    const settings = [
      `serial = ${at('serial')}`,
      'default_policy = 1.2.3',
      'digests = sha256',
      'signer_digest = sha256',
    ];
    writeFileSync(at('tsa.cnf'), ['[tsa]', 'default_tsa = one', '[one]', ...settings].join('\n'));
    const reply = ['ts', '-reply', '-config', at('tsa.cnf'), '-queryfile', at('q.tsq'), '-out', at('r.tsr')];
    expect(spawnSync('openssl', [...reply, '-inkey', at('tsa.key'), '-signer', at('tsa.pem')]).status).toBe(
      0,
    );
    expect(await gouji('stamp-attach', 'one.pdf', '--token', 'r.tsr', '--out', 'stamped.pdf')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(readFileSync(at('stamped.pdf')).length).toBe(readFileSync(at('one.pdf')).length);
    const ran = await gouji('verify', 'stamped.pdf', '--trust', 'ca.pem', '--trust', 'tsa.pem');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('按时间戳') });
    const again = await gouji('stamp-attach', 'stamped.pdf', '--token', 'r.tsr', '--out', 'x.pdf');
    expect(again).toMatchObject({ code: 2, err: 'gouji: 最新的签章已有时间戳\n' });
  });

  it.skipIf(!SOFT_TOKEN)('a token signs', async () => {
    const soft: SoftToken = softToken();
    try {
      await soft.add('法务', [await identity({ name: '法务部令牌' })]);
      const token = ['--pkcs11', soft.library, '--pin-file', 'pin.txt'];
      const made = await gouji('seal', 'one.pdf', '--out', 'token.pdf', ...token, '--token', '法务');
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(await gouji('verify', 'token.pdf')).toMatchObject({
        code: 0,
        out: expect.stringContaining('法务部令牌'),
      });
      const other = await gouji('seal', 'one.pdf', '--out', 'none.pdf', ...token, '--token', '财务');
      expect(other).toMatchObject({ code: 2, err: 'gouji: 没有找到令牌“财务”\n' });
    } finally {
      soft.remove();
    }
  });
});

describe('bad input', () => {
  it.each([
    ['no key', ['seal', 'one.pdf', '--out', 'o.pdf']],
    ['no output', ['seal', 'one.pdf', ...key('ec')]],
    ['the file itself as output', ['seal', 'one.pdf', '--out', './one.pdf', ...key('ec')]],
    ['file and token', ['seal', 'one.pdf', '--out', 'o.pdf', ...key('ec'), '--pkcs11', 'x.so']],
    ['a token without a PIN', ['seal', 'one.pdf', '--out', 'o.pdf', '--pkcs11', 'x.so']],
    [
      'a library that is none',
      ['seal', 'one.pdf', '--out', 'o.pdf', '--pkcs11', 'pass.txt', '--pin-file', 'pin.txt'],
    ],
    ['a weak key', ['seal', 'one.pdf', '--out', 'o.pdf', ...key('rsa-2048')]],
    ['a key out of its time', ['seal', 'one.pdf', '--out', 'o.pdf', ...key('expired')]],
    ['no PDF', ['seal', 'ca.pem', '--out', 'o.pdf', ...key('ec')]],
    ['a reason too long', ['seal', 'one.pdf', '--out', 'o.pdf', ...key('ec'), '--reason', '由'.repeat(201)]],
    ['a request without a seal', ['stamp-request', 'plain.pdf', '--out', 'o.tsq']],
    ['a request without an output', ['stamp-request', 'one.pdf']],
    ['a reply that is none', ['stamp-attach', 'one.pdf', '--token', 'ca.pem', '--out', 'o.pdf']],
    ['no reply', ['stamp-attach', 'one.pdf', '--out', 'o.pdf']],
    ['a root that is not there', ['verify', 'one.pdf', '--trust', 'nothing.pem']],
    ['a list that is not there', ['verify', 'one.pdf', '--crl', 'nothing.crl']],
  ])('%s: one sentence, nothing written', async (_, args) => {
    const before = readdirSync(folder).sort();
    const { code, out, err } = await gouji(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^gouji: [^\n]{4,160}\n$/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
