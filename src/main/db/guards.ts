import type { AuditProblem } from '../../shared/model/audit';
import { migrations } from './migrations/index';
import type { Connection } from './open';

/** The database is not one of Gouji's. */
export class ForeignDatabaseError extends Error {
  constructor() {
    super('这个文件不是 Gouji 的资料库');
    this.name = 'ForeignDatabaseError';
  }
}

/** Version of the schema. Throws `ForeignDatabaseError` for a database that no Gouji made. */
export function schemaVersion(connection: Connection): number {
  const version = Number(connection.pragma('user_version', { simple: true }));
  const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  if (version === 0 ? tables.length > 0 : !tables.includes('audit_log')) throw new ForeignDatabaseError();
  return version;
}

/** The log's triggers as the migrations of this schema make them: name → SQL. */
function expectedTriggers(version: number): ReadonlyMap<string, string> {
  const found = migrations
    .slice(0, version)
    .join('\n')
    .matchAll(/CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)/g);
  return new Map([...found].map(([sql, name = '']) => [name, sql]));
}

/** Triggers that were taken away, changed or added: without them a log can be rewritten. */
export function guardFaults(connection: Connection, version: number): readonly AuditProblem[] {
  const rows = connection.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  const found = new Map(rows.map(({ name, sql }) => [name, sql]));
  const expected = expectedTriggers(version);
  const faults: AuditProblem[] = [];
  const say = (message: string): number => faults.push({ code: 'guard', sequence: null, message });
  for (const [name, sql] of expected) {
    const actual = found.get(name);
    if (actual === undefined) say(`数据库的保护触发器 ${name} 被删除`);
    else if (plain(actual) !== plain(sql)) say(`数据库的保护触发器 ${name} 被改过`);
  }
  for (const name of found.keys()) if (!expected.has(name)) say(`数据库里有来路不明的触发器 ${name}`);
  return faults;
}

const plain = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
