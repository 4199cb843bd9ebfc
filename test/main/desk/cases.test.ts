import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../src/main/casefile/encrypt';
import { readCase } from '../../../src/main/casefile/read';
import { writeCase } from '../../../src/main/casefile/write';
import { verifyLibrary } from '../../../src/main/db/verify';
import { moveCase } from '../../../src/main/desk/sign-off';
import { undoAct } from '../../../src/main/desk/undo';
import { signWith } from '../../../src/main/identity/keys';
import { entryHash } from '../../../src/main/review/case-chain';
import type { MergeSide } from '../../../src/shared/model/case';
import type { AskedAction } from '../../../src/shared/model/sign-off';
import { DRAFT, Laptop, value } from '../../helpers/laptops';
import { sharedDesk, type Who } from './sign-off/people';

const intact = (laptop: Laptop): void =>
  expect(verifyLibrary(laptop.desk.connection, 'library').problems).toEqual([]);
const reasons = async (laptop: Laptop): Promise<string[]> =>
  (await laptop.shown()).dispositions.map(({ reason }) => reason).sort();

describe('handing a case over', () => {
  it('three times between two laptops ends with one head, one text and the same decisions', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import();
    await a.waive('T103', '原表如此');
    expect(await b.take(a.handOver())).toBe('opened');
    expect(b.head()).toBe(a.head());
    await b.fix('W307');
    expect(await a.take(b.handOver())).toBe('updated');
    expect(a.head()).toBe(b.head());
    await a.waive('W304', '有意重复');
    expect(await b.take(a.handOver())).toBe('updated');
    expect(b.head()).toBe(a.head());
    const [here, there] = [await a.shown(), await b.shown()];
    expect(there.sha256).toBe(here.sha256);
    expect(there.dispositions).toEqual(here.dispositions);
    expect(
      there.history.filter(({ action }) => action !== 'case.received').map(({ summary }) => summary),
    ).toEqual(here.history.filter(({ action }) => action !== 'case.received').map(({ summary }) => summary));
    for (const laptop of [a, b]) intact(laptop);
  });

  it('keeps undo working on the other laptop', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import();
    await a.fix('W307');
    await b.take(a.handOver());
    const before = await b.shown();
    const undone = value(await undoAct(b.desk, { reportId: 1, revisionId: before.revisionId }));
    expect(undone.analysis.document.text).toBe(DRAFT);
    expect(await a.take(b.handOver())).toBe('updated');
    expect((await a.shown()).analysis.document.text).toBe(DRAFT);
    intact(a);
  });

  it('changes nothing the second time, and refuses a file from before', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import();
    const first = a.handOver();
    await a.waive('T103', '原表如此');
    const second = a.handOver();
    expect(await b.take(second)).toBe('opened');
    const rows = (): unknown => b.desk.connection.prepare('SELECT count(*) FROM audit_log').pluck().get();
    const before = rows();
    expect(await b.take(second)).toBe('unchanged');
    expect(await b.take(first)).toBe('older-case');
    expect(rows()).toBe(before);
    expect(await reasons(b)).toEqual(['原表如此']);
  });

  it('refuses another chain under the same identity', async () => {
    const [a, b, c] = [new Laptop(1, '甲'), new Laptop(2, '乙'), new Laptop(3, '丙')];
    await a.import();
    await b.take(a.handOver());
    await c.import(DRAFT.replace('三类', '四类'));
    const forged = value(readCase(c.handOver()));
    const { uid } = value(readCase(a.handOver())).contents;
    let parents: string[] = [];
    const contents = { ...forged.contents, uid };
    const entries = forged.entries.map((entry) => {
      const chained = { ...entry, parents };
      const hash = entryHash(uid, chained);
      parents = [hash];
      return { ...chained, hash };
    });
    const bytes = writeCase({ ...forged, contents, entries }, sending(c));
    // Its own contents do not fit any more, so the forger also binds them anew.
    expect(await b.take(bytes)).toBe('broken-case');
    const { receiveCase } = await import('../../../src/main/desk/receive-case');
    const refused = await receiveCase(b.desk, 'x.gouji', { ...forged, contents, entries });
    expect(refused).toMatchObject({ ok: false, error: { code: 'foreign-case' } });
  });

  it('carries the earlier report and the policy of the house', async () => {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import('# 演示支付公司2025年业务报告\n\n**演示市分行：**\n\n全年办理业务10万笔。\n');
    const reportId = await a.import();
    expect(await b.take(a.handOver(reportId))).toBe('opened');
    const titles = b.desk.connection.prepare('SELECT title FROM report ORDER BY title').pluck().all();
    expect(titles).toEqual(['演示支付公司2025年业务报告', '演示支付公司2026年业务报告']);
    expect(await b.take(a.handOver(reportId))).toBe('updated');
    expect(b.desk.connection.prepare('SELECT count(*) FROM report').pluck().get()).toBe(2);
    intact(b);
  });
});

const sending = (laptop: Laptop) => ({
  gouji: '0',
  at: '2026-01-10T09:00:00.000Z',
  sender: {
    id: laptop.person.id,
    name: laptop.person.name,
    publicKey: laptop.keys.publicKey.toString('base64'),
  },
  sign: (bytes: Uint8Array) => signWith(laptop.keys, bytes),
});

describe('merging', () => {
  async function apart(): Promise<[Laptop, Laptop]> {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import();
    await b.take(a.handOver());
    return [a, b];
  }

  it('takes decisions on different findings together, and both laptops end with one head', async () => {
    const [a, b] = await apart();
    await a.waive('T103', '甲的理由');
    await b.waive('W307', '乙的理由');
    expect(await a.take(b.handOver())).toBe('merged');
    expect(await reasons(a)).toEqual(['乙的理由', '甲的理由'].sort());
    intact(a);
    expect(await b.take(a.handOver())).toBe('updated');
    expect(b.head()).toBe(a.head());
    expect(await reasons(b)).toEqual(await reasons(a));
    intact(b);
  });

  it('takes a new revision of one and a decision of the other together', async () => {
    const [a, b] = await apart();
    await a.fix('W307');
    await b.waive('T103', '乙的理由');
    expect(await a.take(b.handOver())).toBe('merged');
    const shown = await a.shown();
    expect(shown.report.revision).toBe(2);
    expect(shown.dispositions.map(({ reason }) => reason)).toContain('乙的理由');
    expect(await b.take(a.handOver())).toBe('updated');
    expect((await b.shown()).sha256).toBe(shown.sha256);
    intact(b);
  });

  it.each<[MergeSide, string]>([
    ['mine', '甲的理由'],
    ['theirs', '乙的理由'],
  ])('shows decisions on one finding as a conflict and takes %s', async (side, reason) => {
    const [a, b] = await apart();
    await a.waive('T103', '甲的理由');
    await b.waive('T103', '乙的理由');
    const file = b.handOver();
    const outcome = value(await a.receive(file));
    if (!('pending' in outcome)) throw new Error('no conflict');
    const [conflict] = outcome.pending.conflicts;
    expect(outcome.pending.conflicts).toHaveLength(1);
    expect(conflict).toMatchObject({
      kind: 'finding',
      mine: { what: '豁免：甲的理由', by: '甲' },
      theirs: { what: '豁免：乙的理由', by: '乙' },
    });
    expect(await reasons(a)).toEqual(['甲的理由']);
    expect(await a.take(file, new Map([[conflict?.key ?? '', side]]))).toBe('merged');
    expect(await reasons(a)).toEqual([reason]);
    expect((await a.shown()).history.some(({ action }) => action === 'case.merged')).toBe(true);
    expect(await b.take(a.handOver())).toBe('updated');
    expect(await reasons(b)).toEqual([reason]);
    for (const laptop of [a, b]) intact(laptop);
  });

  it.each<MergeSide>(['mine', 'theirs'])(
    'never merges texts that went apart: %s holds, the other stays',
    async (side) => {
      const [a, b] = await apart();
      await a.fix('W307');
      await b.fix('W304');
      const [mine, theirs] = [(await a.shown()).sha256, (await b.shown()).sha256];
      const file = b.handOver();
      expect(await a.take(file)).toBe('conflicts');
      const settled = new Map([['revision', side]]);
      expect(await a.take(file, settled)).toBe('merged');
      const shown = await a.shown();
      expect(shown.sha256).toBe(side === 'mine' ? mine : theirs);
      expect(shown.revisions).toHaveLength(3);
      expect(shown.undo).toBeNull();
      intact(a);
      expect(await b.take(a.handOver())).toBe('updated');
      expect((await b.shown()).sha256).toBe(shown.sha256);
      intact(b);
    },
  );
});

describe('signatures', () => {
  const TEXT =
    '# 演示支付公司业务报告\n\n## 一、业务情况\n\n全年服务平稳运行。\n\n## 二、商户情况\n\n商户主要分布在城区。\n';

  async function signed(): Promise<[Laptop, Laptop, (who: Who, action: AskedAction) => Promise<void>]> {
    const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
    await a.import(TEXT);
    const shared = sharedDesk(a.desk);
    const move = async (who: Who, action: AskedAction): Promise<void> => {
      const { revisionId } = await a.shown();
      value(await moveCase(shared.as(who), { reportId: 1, revisionId, action, reason: '', sections: null }));
    };
    await move('preparer', 'submit');
    await move('compliance', 'sign');
    return [a, b, move];
  }

  it('travel with the case, and go on', async () => {
    const [a, b, move] = await signed();
    expect(await b.take(a.handOver())).toBe('opened');
    intact(b);
    await move('legal', 'sign');
    await move('releaser', 'release');
    expect(await b.take(a.handOver())).toBe('updated');
    const [here, there] = [(await a.shown()).signOff, (await b.shown()).signOff];
    expect(there.state).toBe('released');
    const said = ({ events, signOffs }: typeof here) => ({
      events: events.map(({ signOffId: _, ...event }) => event),
      signOffs: signOffs.map(({ by, stage, signature, seenSha256, live }) => ({
        by: by.id,
        stage,
        signature,
        seenSha256,
        live,
      })),
    });
    expect(said(there)).toEqual(said(here));
    expect(b.head()).toBe(a.head());
    for (const laptop of [a, b]) intact(laptop);
    // What is released is guarded there as here.
    expect(() => b.desk.connection.exec(`DELETE FROM sign_off`)).toThrow(/append-only/);
  });

  it('of one side stay when the other side only decided', async () => {
    const [a, b, move] = await signed();
    expect(await b.take(a.handOver())).toBe('opened');
    await move('legal', 'sign');
    expect(await a.take(b.handOver())).toBe('merged');
    expect((await a.shown()).signOff.state).toBe('legal-signed');
    intact(a);
  });
});

describe('an encrypted case', () => {
  it('opens with its passphrase only', async () => {
    const a = new Laptop(1, '甲');
    await a.import();
    const plain = a.handOver();
    const locked = await encrypt(plain, '一句很长的口令');
    expect(Buffer.from(locked.subarray(0, 21)).toString()).toBe('age-encryption.org/v1');
    expect(value(await decrypt(locked, '一句很长的口令'))).toEqual(plain);
    expect(await decrypt(locked, '另一句口令')).toMatchObject({ error: { code: 'case-passphrase' } });
    const altered = Uint8Array.from(locked);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(await decrypt(altered, '一句很长的口令')).toMatchObject({ ok: false });
  }, 30_000);
});
