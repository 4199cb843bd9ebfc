import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import type { ReviewSnapshot } from '../../src/shared/model/review';
import type { CaseView, SignOff } from '../../src/shared/model/sign-off';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const memory = { getItem: () => null, setItem: () => {} };
const signature = (live: readonly string[]): SignOff => ({
  id: 1,
  stage: 'compliance',
  by: { id: 'b', name: '乙', roles: ['compliance'] },
  role: 'compliance',
  at: '2026-01-10T08:00:00.000Z',
  revisionId: 101,
  revision: 1,
  seenSha256: '0'.repeat(64),
  sections: ['', '一', '二'],
  live,
  signature: '',
});

describe('the way to the release in the window', () => {
  let root: RootStore;
  let bridge: FakeBridge;
  beforeEach(async () => {
    bridge = new FakeBridge(fakeCheck, '演示报告\n正文12户');
    root = new RootStore(bridge, memory, 1400);
    await root.library.open(1);
  });

  const show = (part: Partial<CaseView>): void => {
    const snapshot = root.review.snapshot as ReviewSnapshot;
    const signOff = { ...snapshot.signOff, state: 'review' as const, sections: ['', '一', '二'], ...part };
    root.review.open({ ...snapshot, signOff });
  };

  it('offers who issues the report at its release, to be changed there', async () => {
    const { signing } = root.settings.current;
    await root.settings.change({ signing: { ...signing, signatory: '张三' } });
    root.signOff.ask('submit');
    expect(root.signOff.reason).toBe('');
    root.signOff.ask('release');
    expect(root.signOff.reason).toBe('签发人：张三');
  });

  it('offers what the person may do, and says why not', () => {
    expect(root.signOff.allowed).toEqual(['submit']);
    expect(root.signOff.refusal).toBeNull();
    show({
      may: {
        submit: 'no-move',
        sign: 'four-eyes',
        return: null,
        withdraw: null,
        release: 'no-move',
        reopen: 'no-move',
      },
    });
    expect(root.signOff.allowed).toEqual(['return', 'withdraw']);
    expect(root.signOff.refusal).toEqual({ action: 'sign', code: 'four-eyes' });
  });

  it('asks for a reason where one is needed, and sends it', async () => {
    root.signOff.ask('return');
    expect(root.signOff.ready).toBe(false);
    root.signOff.setReason('口径不清');
    expect(root.signOff.ready).toBe(true);
    await root.signOff.confirm();
    expect(bridge.calls).toContain('moveStage');
    expect(root.signOff.asking).toBeNull();
  });

  it('knows the stage that waits, the sections left, and the signature that lapsed', () => {
    show({ signOffs: [signature(['', '二'])] });
    expect(root.signOff.waiting).toBe('compliance');
    expect(root.signOff.unsigned('compliance')).toEqual(['一']);
    expect(root.signOff.lapsed?.by.name).toBe('乙');
    root.signOff.ask('sign');
    expect(root.signOff.chosen).toEqual(['一']);
    root.signOff.toggle('一');
    expect(root.signOff.ready).toBe(false);
    show({ signOffs: [signature(['', '一', '二'])] });
    expect(root.signOff.waiting).toBe('legal');
    expect(root.signOff.lapsed).toBeNull();
  });
});
