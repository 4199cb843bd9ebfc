import { readCase } from '../../src/main/casefile/read';
import { caseHead } from '../../src/main/db/case/entries';
import { addIdentity, findIdentity } from '../../src/main/db/identities';
import type { Desk } from '../../src/main/desk/desk';
import { applyFix } from '../../src/main/desk/fixes';
import { handOver } from '../../src/main/desk/hand-over';
import { importDraft } from '../../src/main/desk/import-report';
import { type PendingCase, receiveCase } from '../../src/main/desk/receive-case';
import { openReport } from '../../src/main/desk/snapshot';
import { waiveFinding } from '../../src/main/desk/waive';
import { newKeyPair, signWith } from '../../src/main/identity/keys';
import type { CaseOutcome, MergeSide } from '../../src/shared/model/case';
import type { ReviewSnapshot } from '../../src/shared/model/review';
import type { Person } from '../../src/shared/model/sign-off';
import type { Result } from '../../src/shared/result';
import { testDesk } from './desk';

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};

export const DRAFT = `# 演示支付公司2026年业务报告

**演示市分行：**

本季度共有三类商户,其中餐饮类最多。全年服务平稳运行,没有没有中断。

| 序号 | 项目 | 金额（万元） |
| --- | --- | --- |
| 1 | 线上 | 10 |
| 2 | 线下 | 20 |
| 4 | 其他 | 30 |
`;

/** A laptop with a person who has a key of their own. */
export class Laptop {
  readonly desk: Desk;
  readonly person: Person;
  readonly keys = newKeyPair();

  constructor(number: number, name: string, file = ':memory:') {
    this.person = {
      id: `00000000-0000-4000-a000-0000000001${String(number).padStart(2, '0')}`,
      name,
      roles: ['preparer', 'compliance'],
    };
    const desk = testDesk(file);
    if (!findIdentity(desk.connection, this.person.id)) {
      const { publicKey } = this.keys;
      addIdentity(desk.connection, {
        ...this.person,
        at: '2026-01-10T08:00:00.000Z',
        secret: null,
        publicKey,
      });
    }
    // Each laptop's clock is its own.
    let seconds = number * 7;
    const now = (): Date => new Date(Date.UTC(2026, 0, 10, 9, number, seconds++));
    this.desk = { ...desk, now, person: () => this.person, reviewer: () => name };
  }

  async import(text = DRAFT): Promise<number> {
    const outcome = value(await importDraft(this.desk, '报告.md', new TextEncoder().encode(text)));
    if (outcome.kind !== 'opened') throw new Error(outcome.kind);
    return outcome.snapshot.report.id;
  }

  handOver(reportId = 1, fileName = '案卷.gouji'): Uint8Array {
    const publicKey = this.keys.publicKey.toString('base64');
    const sender = { id: this.person.id, name: this.person.name, publicKey };
    const sign = (bytes: Uint8Array): Buffer => signWith(this.keys, bytes);
    return value(handOver(this.desk, { reportId, fileName, sender, sign }));
  }

  receive(
    bytes: Uint8Array,
    settled?: ReadonlyMap<string, MergeSide>,
  ): Promise<Result<CaseOutcome | { readonly pending: PendingCase }>> {
    const read = readCase(bytes);
    return read.ok ? receiveCase(this.desk, '案卷.gouji', read.value, settled) : Promise.resolve(read);
  }

  /** What came of it, in a word. */
  async take(bytes: Uint8Array, settled?: ReadonlyMap<string, MergeSide>): Promise<string> {
    const outcome = await this.receive(bytes, settled);
    if (!outcome.ok) return outcome.error.code;
    return 'pending' in outcome.value ? 'conflicts' : outcome.value.kind;
  }

  async shown(reportId = 1): Promise<ReviewSnapshot> {
    return value(await openReport(this.desk, reportId));
  }

  async waive(code: string, reason: string, reportId = 1): Promise<void> {
    value(await waiveFinding(this.desk, { ...(await this.target(code, reportId)), reason }));
  }

  async fix(code: string, reportId = 1): Promise<void> {
    value(await applyFix(this.desk, { ...(await this.target(code, reportId)), fix: 0 }));
  }

  head(reportId = 1): string {
    return caseHead(this.desk.connection, reportId);
  }

  async target(code: string, reportId = 1) {
    const { analysis, revisionId } = await this.shown(reportId);
    const finding = analysis.findings.find((one) => one.code === code);
    if (!finding) throw new Error(`no ${code} in ${analysis.findings.map((one) => one.code).join()}`);
    return { reportId, revisionId, fingerprint: finding.fingerprint };
  }
}
