import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { AuditReport } from '../../shared/model/audit';
import type { BackupSummary } from '../../shared/model/backup';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

interface Verified {
  /** Empty for the library that is open. */
  readonly fileName: string;
  readonly report: AuditReport;
}

/** Verification of the audit log, and backups of the library. */
export class SafekeepingStore {
  verified: Verified | null = null;
  backups: readonly BackupSummary[] = [];
  /** The backup that waits for the person's word. */
  restoring: BackupSummary | null = null;
  running: 'audit' | 'backup' | 'restore' | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    /** Shows the library anew after another was put in its place. */
    private readonly reload: () => void,
  ) {
    makeAutoObservable<SafekeepingStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'reload'>(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        reload: false,
        verified: observableRef,
        backups: observableRef,
        restoring: observableRef,
      },
      { autoBind: true },
    );
  }

  open(): void {
    this.verified = null;
    this.restoring = null;
    this.ui.openDialog('safekeeping');
    void this.load();
  }

  /** Returns a function that stops listening. */
  listen(): () => void {
    return this.bridge.on('backup:failed', (failed) => {
      const { backupOverdue } = this.settings.text.safekeeping;
      this.notices.say('error', `${backupOverdue}${this.notices.sentenceOf(failed)}`);
    });
  }

  private async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listBackups());
    if (!listed.ok) return;
    runInAction(() => {
      this.backups = listed.value;
    });
  }

  async auditLibrary(): Promise<void> {
    if (this.running) return;
    this.running = 'audit';
    const audited = await this.notices.attempt(() => this.bridge.auditLibrary());
    runInAction(() => {
      this.running = null;
      if (audited.ok && audited.value) this.verified = { fileName: '', report: audited.value };
    });
  }

  async auditFile(): Promise<void> {
    if (this.running) return;
    this.running = 'audit';
    const audited = await this.notices.attempt(() => this.bridge.auditFile());
    runInAction(() => {
      this.running = null;
      if (audited.ok && audited.value) this.verified = audited.value;
    });
  }

  async backUp(): Promise<void> {
    if (this.running) return;
    this.running = 'backup';
    const made = await this.notices.attempt(() => this.bridge.backUpLibrary());
    runInAction(() => {
      this.running = null;
      if (!made.ok || !made.value) return;
      this.backups = made.value;
      this.notices.say('info', this.settings.text.safekeeping.made);
    });
  }

  ask(backup: BackupSummary | null): void {
    this.restoring = backup;
    this.ui.openDialog(backup ? 'restore' : 'safekeeping');
  }

  async restore(): Promise<void> {
    const { restoring } = this;
    if (!restoring || this.running) return;
    this.running = 'restore';
    const restored = await this.notices.attempt(() => this.bridge.restoreLibrary({ name: restoring.name }));
    runInAction(() => {
      this.running = null;
      this.restoring = null;
    });
    if (!restored.ok) return this.ui.openDialog('safekeeping');
    this.ui.closeDialog();
    this.reload();
    this.notices.say('info', this.settings.text.safekeeping.restored(restored.value.aside));
  }
}
