import { describe, expect, it } from 'vitest';
import { verifyLibrary } from '../../../src/main/db/verify';
import { commentOn, replyTo, settle, withdraw } from '../../../src/main/desk/comments';
import { editText } from '../../../src/main/desk/edit-text';
import { recordExport } from '../../../src/main/desk/export-report';
import { applyFixes } from '../../../src/main/desk/fixes';
import { handoverFailed } from '../../../src/main/desk/hand-over';
import { importDraft } from '../../../src/main/desk/import-report';
import { dropLedger, ledgerFromReport, openLedger, saveLedger } from '../../../src/main/desk/ledgers';
import { archiveReport, libraryOf, removeReport, tagReport } from '../../../src/main/desk/library';
import { keepPolicy, setPolicy, setStandard } from '../../../src/main/desk/policies';
import { setReferences } from '../../../src/main/desk/references';
import { bringBack, purgeReport } from '../../../src/main/desk/removed';
import { moveCase } from '../../../src/main/desk/sign-off';
import { redoAct, undoAct } from '../../../src/main/desk/undo';
import { confirmWaiver, reopenFinding } from '../../../src/main/desk/waive';
import { shippedPolicies } from '../../../src/main/policy/shipped';
import type { AskedAction } from '../../../src/shared/model/sign-off';
import { Laptop, value } from '../../helpers/laptops';
import { sharedDesk, type Who } from './sign-off/people';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const CLEAN = '# 演示支付公司2026年业务报告\n\n## 一、业务情况\n\n全年服务平稳运行。\n';
const EARLIER = '# 演示支付公司2025年业务报告\n\n2025年末，特约商户1,200户。\n';
const LEDGER = '指标,期间,金额（万元）\n线上,2026年,10\n';
const house = { ...shippedPolicies.general, name: '本行政策', description: '自定' };

type Step = readonly [what: string, act: () => unknown];

/** A laptop at which anybody can sit, and every act that there is on a report. */
function walk() {
  const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
  const { desk } = a;
  const shared = sharedDesk(desk);
  let ledger = 0;
  const shown = async () => ({ reportId: 1, revisionId: (await a.shown()).revisionId });
  const thread = async () => ({ reportId: 1, thread: (await a.shown()).comments[0]?.id ?? 0 });
  const move = (who: Who, action: AskedAction) => async () =>
    value(await moveCase(shared.as(who), { ...(await shown()), action, reason: '见批注', sections: null }));
  const confirm = (to: boolean) => async () =>
    value(await confirmWaiver(shared.as('compliance'), { ...(await a.target('T103')), confirm: to }));
  const policy = (id: string | null) => async () =>
    value(await setPolicy(desk, { ...(await shown()), policy: id }));
  const draft = (text: string) => async () =>
    value(await importDraft(desk, '报告.md', bytes(text), await shown()));
  const steps: readonly Step[] = [
    ['import', () => a.import()],
    ['another report', () => a.import(EARLIER)],
    ['waive', () => a.waive('T103', '原表如此')],
    ['confirm', confirm(true)],
    ['take back the confirmation', confirm(false)],
    ['reopen', async () => value(await reopenFinding(desk, await a.target('T103')))],
    ['fix', () => a.fix('W307')],
    ['undo', async () => value(await undoAct(desk, await shown()))],
    ['redo', async () => value(await redoAct(desk, await shown()))],
    [
      'fix several',
      async () => {
        const { fingerprint, ...at } = await a.target('W304');
        value(await applyFixes(desk, { ...at, fingerprints: [fingerprint] }));
      },
    ],
    [
      'edit',
      async () => {
        const change = { kind: 'block', block: 0, text: '演示支付公司2026年度业务报告' } as const;
        value(await editText(desk, { ...(await shown()), change, reason: '改名' }));
      },
    ],
    [
      'comment',
      async () => {
        const said = { range: { start: 2, end: 6 }, fingerprint: null, body: '请核对名称' };
        value(await commentOn(desk, { ...(await shown()), ...said }));
      },
    ],
    ['reply', async () => value(await replyTo(desk, { ...(await thread()), body: '已核对' }))],
    ['resolve', async () => value(await settle(desk, { ...(await thread()), settled: true }))],
    [
      'take an answer back',
      async () => {
        const comment = (await a.shown()).comments[0]?.entries[1]?.id ?? 0;
        value(await withdraw(desk, { reportId: 1, comment }));
      },
    ],
    ['undo that', async () => value(await undoAct(desk, await shown()))],
    ['open again', async () => value(await settle(desk, { ...(await thread()), settled: false }))],
    ['tag', () => value(tagReport(desk, { reportId: 1, tags: ['年报'] }))],
    ['archive', () => value(archiveReport(desk, { reportId: 1, archived: true }))],
    ['restore', () => value(archiveReport(desk, { reportId: 1, archived: false }))],
    [
      'take a ledger in',
      async () => {
        const file = value(await openLedger(desk, '台账.csv', bytes(LEDGER)));
        const tables = file.tables.map(({ mapping }, table) => ({ table, mapping }));
        ledger = value(await saveLedger(desk, { token: file.token, tables }))[0]?.id ?? 0;
      },
    ],
    ['a report as ledger', async () => value(await ledgerFromReport(desk, 2))],
    [
      'choose references',
      async () => {
        const order = { automatic: false, previousReportId: 2, ledgerIds: [ledger] };
        value(await setReferences(desk, { ...(await shown()), ...order }));
      },
    ],
    ['drop a ledger in use', () => value(dropLedger(desk, ledger))],
    ['remove the earlier report', () => value(removeReport(desk, { reportId: 2 }))],
    ['a policy of the house', () => value(keepPolicy(desk, null, house))],
    ['choose it', policy('own-1')],
    ['change it', () => value(keepPolicy(desk, 'own-1', { ...house, description: '改过' }))],
    ['make it the standard', () => value(setStandard(desk, 'own-1'))],
    ['follow the library', policy(null)],
    ['the standard of before', () => value(setStandard(desk, 'regulatory-report'))],
    ['a new draft', draft(CLEAN)],
    ['undo the draft', async () => value(await undoAct(desk, await shown()))],
    ['redo the draft', async () => value(await redoAct(desk, await shown()))],
    ['submit', move('preparer', 'submit')],
    ['sign', move('compliance', 'sign')],
    ['return', move('legal', 'return')],
    ['submit again', move('preparer', 'submit')],
    ['withdraw', move('preparer', 'withdraw')],
    ['submit a third time', move('preparer', 'submit')],
    ['sign again', move('compliance', 'sign')],
    ['touch what is signed', draft(CLEAN.replace('全年', '本年'))],
    ['sign a third time', move('compliance', 'sign')],
    ['sign for legal', move('legal', 'sign')],
    ['release', move('releaser', 'release')],
    [
      'export',
      async () => recordExport(desk, { ...(await shown()), draft: true, seal: null }, '稿.pdf', bytes('x')),
    ],
    ['hand over', async () => value(await b.receive(a.handOver()))],
    ['a handover that failed', () => handoverFailed(desk, 1, '案卷.gouji', '磁盘已满')],
    ['reopen the case', move('releaser', 'reopen')],
    [
      'receive what came back',
      async () => {
        const [first] = (await b.shown()).comments;
        value(await replyTo(b.desk, { reportId: 1, thread: first?.id ?? 0, body: '已收到' }));
        expect(await a.take(b.handOver())).toBe('merged');
      },
    ],
    ['remove', () => value(removeReport(desk, { reportId: 1 }))],
    ['bring back', () => value(bringBack(desk, { reportId: 1 }))],
    ['remove again', () => value(removeReport(desk, { reportId: 1 }))],
    ['delete for good', async () => value(await purgeReport(desk, { reportId: 1 }))],
  ];
  return { a, b, steps };
}

describe('every act on a report', () => {
  it('leaves a library that verifies: what it writes of the report stands before its entry', async () => {
    const { a, b, steps } = walk();
    const alarms: string[] = [];
    for (const [what, act] of steps) {
      try {
        await act();
      } catch (thrown) {
        throw new Error(`${what}: ${String(thrown)}`);
      }
      const { problems } = verifyLibrary(a.desk.connection, 'library');
      alarms.push(...problems.map(({ message }) => `${what}: ${message}`));
    }
    expect(alarms).toEqual([]);
    expect(verifyLibrary(b.desk.connection, 'library').problems).toEqual([]);
    // The earlier report came along, and is out of sight there as here.
    expect(libraryOf(b.desk).map(({ title }) => title)).toEqual(['演示支付公司2026年业务报告']);
    expect(b.desk.connection.prepare('SELECT count(*) FROM report').pluck().get()).toBe(2);
  });
});
