import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { certificationLevel } from '../../../src/main/seal/certification';
import { dictionaryOf, openPdf } from '../../../src/main/seal/pdf-file';
import { referenceOf } from '../../../src/main/seal/pdf-syntax';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';
import { bytesOf, has, packedPdf, pdfOf, seal, textOf } from './helpers';

const folder = mkdtempSync(join(tmpdir(), 'gouji-certification-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function levelOf(pdf: Uint8Array): number | null {
  const file = openPdf(pdf);
  return certificationLevel(file, dictionaryOf(file, referenceOf(file.trailer.get('Root')) ?? -1));
}

const certified = (parameters: string) =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 4 0 R >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
    `<< /Type /Sig /Reference [<< /TransformMethod /DocMDP ${parameters} >>] >>`,
  ]);

describe('certification', () => {
  it.each([
    ['a classic file', smallPdf],
    ['a packed one', packedPdf],
  ])('the first seal sets level 2, two more leave it: %s', async (_, base) => {
    const first = await seal('gouji', base());
    const third = await seal('chain', await seal('ec', first));
    expect([levelOf(base()), levelOf(first), levelOf(third)]).toEqual([null, 2, 2]);
    expect(textOf(third).match(/\/TransformMethod \/DocMDP/g)).toHaveLength(1);
    const report = await verifyPdf(third);
    expect(report.status).toBe('valid');
    expect(report.signatures.map((one) => [one.signer, one.integrity, one.coversWholeDocument])).toEqual([
      ['勾稽测试签章（仅供测试 TEST ONLY）', true, false],
      ['测试椭圆曲线章 TEST ONLY', true, false],
      ['测试签署人 TEST ONLY', true, true],
    ]);
    for (const end of textOf(third).matchAll(/%%EOF\n/g)) {
      const revision = third.subarray(0, end.index + 6);
      if (revision.length > first.length - 1) expect((await verifyPdf(revision)).status).toBe('valid');
    }
  });

  it.each([
    ['/TransformParams << /P 3 >>', 3],
    ['/TransformParams << >>', 2],
    ['', 2],
    ['/TransformParams << /P 1 >>', 1],
  ])('reads the level that another program set: %s', (parameters, level) => {
    expect(levelOf(certified(parameters))).toBe(level);
  });

  it('does not sign what its first signer has closed, and never certifies twice', async () => {
    await expect(seal('ec', certified('/TransformParams << /P 1 >>'))).rejects.toThrow('不许再签');
    const more = await seal('ec', certified('/TransformParams << /P 2 >>'));
    expect(textOf(more).match(/\/DocMDP >>|\/TransformMethod \/DocMDP/g)).toHaveLength(1);
  });

  it('a second certification is an alteration', async () => {
    const first = await seal('ec');
    const alone = textOf(await seal('ec', bytesOf(textOf(first).replaceAll('/FT /Sig', '/FT /Xig'))));
    expect((await verifyPdf(bytesOf(alone.replaceAll('/FT /Xig', '/FT /Sig')))).status).toBe('invalid');
  });

  it.skipIf(!has('pdfsig', '-v') || !has('qpdf', '--version'))('others accept three signatures', async () => {
    const file = join(folder, 'three.pdf');
    writeFileSync(file, await seal('chain', await seal('ec', await seal('gouji'))));
    const said = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
    expect(said.match(/Signature is Valid/g)).toHaveLength(3);
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
  });
});
