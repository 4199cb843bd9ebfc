import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSignOffs } from '../../../../src/main/db/sign-offs';
import { importDraft } from '../../../../src/main/desk/import-report';
import { moveCase } from '../../../../src/main/desk/sign-off';
import { confirmWaiver, waiveFinding } from '../../../../src/main/desk/waive';
import type { ReviewSnapshot } from '../../../../src/shared/model/review';
import type { AskedAction } from '../../../../src/shared/model/sign-off';
import type { Result } from '../../../../src/shared/result';
import { people, type SharedDesk, sharedDesk, type Who } from './people';
import { textOf } from './texts';

/** Statements that whoever has the database's file may try; each is refused, with the sentence that says why. */
const REFUSED: readonly (readonly [what: string, sql: string, why: RegExp])[] = [
  ['another signer', `UPDATE sign_off SET actor_id = '${people.releaser.id}'`, /append-only/],
  ['another hash', `UPDATE sign_off SET seen_sha256 = '${'0'.repeat(64)}'`, /append-only/],
  ['no signature', 'DELETE FROM sign_off', /append-only|FOREIGN/],
  ['other sections', `UPDATE sign_off_section SET text_hash = ''`, /append-only/],
  ['fewer sections', 'DELETE FROM sign_off_section', /append-only/],
  ['one section more', `INSERT INTO sign_off_section VALUES (1, 'x', '', '', '')`, /covers no more/],
  ['another move', `UPDATE stage_event SET to_state = 'released'`, /append-only/],
  ['no move', 'DELETE FROM stage_event', /append-only|FOREIGN/],
  ['a lapse undone', 'DELETE FROM sign_off_end', /what ended stays/],
  [
    'an old hash on a new signature',
    `INSERT INTO sign_off SELECT NULL, report_id, stage, actor_id, role, signed_at, revision_id,
     '${'0'.repeat(64)}', policy_sha256, apart, seen, seen_sha256, signature FROM sign_off LIMIT 1`,
    /current revision/,
  ],
  [
    'a role that the person has not',
    `INSERT INTO sign_off SELECT NULL, report_id, stage, '${people.preparer.id}', 'legal', signed_at,
     revision_id, revision_sha256, policy_sha256, apart, seen, seen_sha256, signature FROM sign_off ORDER BY id DESC LIMIT 1`,
    /FOREIGN KEY/,
  ],
  ['another name', `UPDATE identity SET name = '别人'`, /keeps its id and name/],
  ['another key', `UPDATE identity SET public_key = x'00', origin = 'local'`, /keeps its|CHECK/],
  ['nobody', 'DELETE FROM identity', /never deleted|FOREIGN/],
  ['a foreign person made local', `UPDATE identity SET origin = 'local'`, /origin|CHECK/],
  ['one’s own second person', 'UPDATE disposition SET confirmed_by = actor_id', /second person/],
  ['a reason changed', `UPDATE disposition SET reason = '另有理由'`, /replaced, not changed/],
  ['a longer term', `UPDATE disposition SET expires_on = '2099-01-01'`, /replaced, not changed/],
  ['another text', `UPDATE revision SET working_text = ''`, /never changes/],
  ['another author', `UPDATE revision SET author_id = NULL, author = '别人'`, /never changes/],
  ['a new move in the table', `INSERT INTO stage_move VALUES ('none', 'sign', 'draft', 'released')`, /fixed/],
];

/** What a released report refuses besides. */
const AFTER_RELEASE: readonly (readonly [what: string, sql: string])[] = [
  ['another revision', 'UPDATE report SET current_revision_id = (SELECT min(id) FROM revision)'],
  ['a decision taken away', 'DELETE FROM disposition'],
  ['a confirmation taken away', 'UPDATE disposition SET confirmed_by = NULL, confirmed_at = NULL'],
];

describe('the database under a signed report', () => {
  let shared: SharedDesk;
  let now: ReviewSnapshot;
  const take = (result: Result<ReviewSnapshot>): void => {
    if (!result.ok) throw new Error(result.error.message);
    now = result.value;
  };
  const target = () => ({ reportId: now.report.id, revisionId: now.revisionId });
  const move = async (who: Who, action: AskedAction): Promise<void> =>
    take(await moveCase(shared.as(who), { ...target(), action, reason: '理由', sections: null }));
  const draft = async (variants: readonly number[], into: boolean): Promise<void> => {
    const bytes = new TextEncoder().encode(textOf(variants));
    const outcome = await importDraft(shared.as('preparer'), 'draft.md', bytes, into ? target() : null);
    if (!outcome.ok || outcome.value.kind === 'unproved') throw new Error('not imported');
    now = outcome.value.snapshot;
  };

  beforeAll(async () => {
    shared = sharedDesk();
    await draft([2, 0, 0], false);
    const finding = now.analysis.findings.find(({ severity }) => severity === 'error');
    const wrong = () => ({ ...target(), fingerprint: finding?.fingerprint ?? '' });
    take(await waiveFinding(shared.as('preparer'), { ...wrong(), reason: '引自原文' }));
    take(await confirmWaiver(shared.as('compliance'), { ...wrong(), confirm: true }));
    await move('preparer', 'submit');
    await move('compliance', 'sign');
    await draft([2, 1, 0], true);
    await move('compliance', 'sign');
    await move('legal', 'sign');
  });
  afterAll(() => shared.desk.connection.close());

  it.each(REFUSED)('refuses %s', (_, sql, why) => {
    expect(() => shared.desk.connection.exec(sql)).toThrow(why);
  });

  it('keeps every signature, with what ended it', () => {
    const held = listSignOffs(shared.desk.connection, now.report.id);
    expect(held.map(({ stage, live }) => [stage, live.length])).toEqual([
      ['compliance', 0],
      ['compliance', 4],
      ['legal', 4],
    ]);
  });

  it('refuses a change of what was released', async () => {
    await move('releaser', 'release');
    for (const [what, sql] of AFTER_RELEASE) {
      expect(() => shared.desk.connection.exec(sql), what).toThrow(/is released/);
    }
  });
});
