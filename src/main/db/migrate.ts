import { migrations } from './migrations/index';
import type { Connection } from './open';

/** The database was written by a newer Gouji; opening it could lose what this one does not know. */
export class NewerDatabaseError extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`数据库由更新版本的 Gouji 写成（结构版本 ${found}，本程序只认得 ${known}），请升级后再打开`);
    this.name = 'NewerDatabaseError';
    this.found = found;
    this.known = known;
  }
}

/** Brings the schema up to date, each step in its own transaction. `user_version` counts the steps done. */
export function migrate(connection: Connection): void {
  const version = Number(connection.pragma('user_version', { simple: true }));
  if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length);
  migrations.slice(version).forEach((sql, index) => {
    connection.transaction(() => {
      connection.exec(sql);
      connection.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}
