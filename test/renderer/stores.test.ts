import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { paneLimits } from '../../src/renderer/stores/ui-store';
import { failure } from '../../src/shared/result';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const CLEAN = '演示报告\n正文12户';
const WRONG = '演示报告\n正文错字';

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

function desk(text = WRONG) {
  const bridge = new FakeBridge(fakeCheck, text);
  return { bridge, root: new RootStore(bridge, memory(), 1280) };
}

describe('the library', () => {
  it('lists the reports and opens one', async () => {
    const { root } = desk();
    await root.library.load();
    expect(root.library.reports.map((report) => report.title)).toEqual(['演示报告']);
    await root.library.open(1);
    expect(root.ui.screen).toBe('review');
    expect(root.library.opening).toBe(false);
  });

  it('stays when checking a report on opening is cancelled', async () => {
    const { root, bridge } = desk();
    bridge.cancelNext = true;
    await root.library.open(1);
    expect(root.ui.screen).toBe('library');
    expect(root.notices.items).toEqual([]);
  });

  it('says why a report cannot be opened and stays', async () => {
    const { root, bridge } = desk();
    bridge.failNext = failure('no-report', '资料库里没有这份报告');
    await root.library.open(1);
    expect(root.ui.screen).toBe('library');
    expect(root.notices.items.map((notice) => notice.text)).toEqual(['资料库里没有这份报告']);
  });
});

describe('the export', () => {
  it('is a draft while an error is open', async () => {
    const { root } = desk();
    await root.library.open(1);
    root.openExport();
    root.exports.setDraft(false);
    expect(root.exports.finalAllowed).toBe(false);
    expect(root.exports.draft).toBe(true);
  });

  it('may be final without one once it is released, but not after a rule failed', async () => {
    const { root } = desk(CLEAN);
    await root.library.open(1);
    root.openExport();
    expect(root.exports.draft).toBe(true);
    await root.review.moveStage('release', '', null);
    root.openExport();
    expect(root.exports.draft).toBe(false);
    const snapshot = root.review.snapshot;
    if (!snapshot) throw new Error('no snapshot');
    const rules = [{ code: 'E101', rule: 'wrong-word', status: 'failed' as const, findings: 0 }];
    root.review.open({ ...snapshot, analysis: { ...snapshot.analysis, rules } });
    expect(root.exports.failedRules).toEqual(['E101']);
    expect(root.exports.finalAllowed).toBe(false);
  });

  it('sends the passphrase once and forgets it', async () => {
    const { root, bridge } = desk();
    await root.library.open(1);
    const said = { organisation: '演示支付公司', place: '演示市', contact: '张三', reason: '报送' };
    await root.settings.change({ signing: { ...said, signatory: '' } });
    root.openExport();
    expect(root.exports.organisation).toBe('演示支付公司');
    await root.exports.seal.chooseFile();
    root.exports.seal.setPassphrase('secret');
    root.exports.seal.setContact(' 李四 ');
    const sent: unknown[] = [];
    const send = bridge.exportReport;
    bridge.exportReport = (input) => {
      sent.push(input.seal);
      return send(input);
    };
    await root.exports.run();
    expect(sent).toEqual([
      {
        token: '00000000-0000-4000-8000-000000000000',
        device: null,
        passphrase: 'secret',
        reason: '报送',
        place: '演示市',
        contact: '李四',
        visible: true,
        remember: false,
      },
    ]);
    expect(root.exports.seal.passphrase).toBe('');
    expect(root.exports.seal.key).toBeNull();
    expect(root.exports.result?.sealed).toBe(true);
    expect(root.review.snapshot?.history.at(-1)?.action).toBe('report.exported');
  });

  it('offers the certificate of last time first, and its token among those that are plugged in', async () => {
    const { root, bridge } = desk();
    const about = { issuer: '某CA', serial: '01', notAfter: '2030-01-01T00:00:00.000Z' };
    bridge.remembered = { fileName: 'libtoken.so', device: '0002', signer: '张三', ...about };
    await root.library.open(1);
    root.openExport();
    const { seal } = root.exports;
    await seal.load();
    expect([seal.remembered?.signer, seal.remember]).toEqual(['张三', true]);
    await seal.recall();
    expect([seal.key?.fileName, seal.device, seal.order?.remember]).toEqual(['libtoken.so', '0002', true]);
    await seal.forgetRemembered();
    expect([seal.remembered, seal.remember]).toEqual([null, false]);
    await seal.recall();
    expect(seal.error).not.toBeNull();
  });

  it('keeps the key and says why after a wrong passphrase', async () => {
    const { root, bridge } = desk();
    await root.library.open(1);
    root.openExport();
    await root.exports.seal.chooseFile();
    root.exports.seal.setPassphrase('wrong');
    bridge.failNext = failure('wrong-passphrase', '口令不对');
    await root.exports.run();
    expect(root.exports.error).toBe('口令不对');
    expect(root.exports.seal.passphrase).toBe('');
    expect(root.exports.seal.key).not.toBeNull();
    expect(root.exports.result).toBeNull();
  });
});

describe('settings', () => {
  it('apply at once and are saved', async () => {
    const { root, bridge } = desk();
    await root.settings.load();
    await root.settings.change({ language: 'en' });
    expect(root.settings.text.library.title).toBe('Library');
    expect(bridge.settings.language).toBe('en');
  });

  it('translate known failures', async () => {
    const { root, bridge } = desk();
    await root.settings.change({ language: 'en' });
    bridge.failNext = failure('empty', '文件是空的');
    await root.imports.choose();
    expect(root.notices.items[0]?.text).toBe('The file is empty.');
  });
});

describe('panes', () => {
  it('keep within their limits and are remembered', () => {
    const shared = memory();
    const first = new RootStore(new FakeBridge(fakeCheck, CLEAN), shared, 1280);
    first.ui.resize('left', 9999);
    expect(first.ui.panes.left).toBe(paneLimits.left.max);
    const second = new RootStore(new FakeBridge(fakeCheck, CLEAN), shared, 1280);
    expect(second.ui.panes.left).toBe(paneLimits.left.max);
  });
});

describe('jobs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const progress = { job: 1, kind: 'check', name: 'a.md', done: 0.1, finished: false } as const;

  it('show when they take longer than a moment, and go when they are done', () => {
    const { root, bridge } = desk();
    const stop = root.jobs.listen();
    bridge.emit(progress);
    expect(root.jobs.visible).toEqual([]);
    vi.advanceTimersByTime(300);
    bridge.emit({ ...progress, done: 0.6 });
    expect(root.jobs.visible).toMatchObject([{ job: 1, done: 0.6 }]);
    bridge.emit({ ...progress, done: 1, finished: true });
    expect(root.jobs.visible).toEqual([]);
    stop();
    bridge.emit(progress);
    vi.advanceTimersByTime(300);
    expect(root.jobs.visible).toEqual([]);
  });

  it('that are short never show', () => {
    const { root, bridge } = desk();
    root.jobs.listen();
    bridge.emit(progress);
    bridge.emit({ ...progress, finished: true });
    vi.advanceTimersByTime(1000);
    expect(root.jobs.visible).toEqual([]);
  });
});
