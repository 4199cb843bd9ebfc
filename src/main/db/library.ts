import { basename } from 'node:path';
import { type Result, success } from '../../shared/result';
import { appendAudit } from './audit-log';
import { type Connection, openDatabase } from './open';
import { restoreFile } from './restore';

export interface Restoring {
  readonly backup: string;
  readonly actor: string;
  readonly now: Date;
}

/** The open library: one connection, which a restore replaces. */
export class Library {
  private current: Connection;

  constructor(
    readonly file: string,
    private readonly version: string,
  ) {
    this.current = openDatabase(file, { gouji: version });
  }

  get connection(): Connection {
    return this.current;
  }

  /** → name of the file in which the replaced library is kept. Errors: those of `restoreFile`; the library stays open then. */
  restore({ backup, actor, now }: Restoring): Result<string> {
    const replaced = headOf(this.current);
    this.current.close();
    const restored = restoreFile(this.file, backup, now);
    this.current = openDatabase(this.file, { gouji: this.version });
    if (!restored.ok) return restored;
    const aside = basename(restored.value);
    appendAudit(this.current, {
      reportId: null,
      at: now.toISOString(),
      actor,
      action: 'library.restored',
      summary: `从备份《${basename(backup)}》恢复资料库；被替换的资料库留存为《${aside}》`,
      detail: { backup: basename(backup), aside, replaced },
    });
    return success(aside);
  }

  close(): void {
    this.current.close();
  }
}

const headOf = (connection: Connection): unknown =>
  connection.prepare('SELECT sequence, hash FROM audit_log ORDER BY sequence DESC LIMIT 1').get() ?? null;
