import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listIdentities } from '../../../src/main/db/identities';
import { migrate } from '../../../src/main/db/migrate';
import { migrations } from '../../../src/main/db/migrations/index';

/** A library as it was before there were people, with the reviewer of its settings. */
function oldLibrary(reviewer: string | null) {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  for (const sql of migrations.slice(0, 4)) connection.exec(sql);
  connection.pragma('user_version = 4');
  const settings = JSON.stringify({
    language: 'zh-CN',
    theme: 'light',
    ...(reviewer === null ? {} : { reviewer }),
  });
  connection.prepare(`INSERT INTO setting VALUES ('settings', ?)`).run(settings);
  connection.exec(`
    INSERT INTO source VALUES (1, 'a', 'x.md', 'markdown', 'utf-8', x'', '2026-01-01', '[]', NULL, '[]');
    INSERT INTO report VALUES (1, '报告', 'x.md', NULL, '2026-01-01', '2026-01-01');
    INSERT INTO revision (id, report_id, number, source_id, working_text, sha256, author, reason, created_at)
      VALUES (1, 1, 1, 1, '文', 'b', '王复核', '导入原件', '2026-01-01');
    UPDATE report SET current_revision_id = 1;
    INSERT INTO act VALUES (1, 1, '豁免', '{"dispositions":[]}', 'done', '王复核', '2026-01-02');
    INSERT INTO disposition VALUES (1, 'f', 'waived', '引自原文', '王复核', '2026-01-02');`);
  return connection;
}

describe('a library from before there were people', () => {
  it('keeps its reviewer, with what they did, until a passphrase is set', () => {
    const connection = oldLibrary('王复核');
    migrate(connection);
    const [person] = listIdentities(connection);
    expect(person).toMatchObject({ name: '王复核', origin: 'adopted', roles: ['preparer', 'compliance'] });
    expect(person?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const column of ['revision.author_id', 'act.actor_id', 'disposition.actor_id']) {
      const [table = '', name = ''] = column.split('.');
      expect(connection.prepare(`SELECT ${name} FROM ${table}`).pluck().get(), column).toBe(person?.id);
    }
    expect(connection.prepare('SELECT text_hash, confirmed_by FROM disposition').get()).toEqual({
      text_hash: '',
      confirmed_by: null,
    });
    expect(connection.pragma('foreign_key_check')).toEqual([]);
  });

  it.each([null, '审核人', '', '字'.repeat(61)])(
    'has nobody where the settings named nobody: %s',
    (reviewer) => {
      const connection = oldLibrary(reviewer);
      migrate(connection);
      expect(listIdentities(connection)).toEqual([]);
    },
  );
});
