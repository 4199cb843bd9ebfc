import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const kept = new Map<string, string>();
const memory = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
let bridge: FakeBridge;
let root: RootStore;

beforeEach(async () => {
  kept.clear();
  bridge = new FakeBridge(fakeCheck, '报告\n错字');
  root = new RootStore(bridge, memory, 1400);
  await root.settings.load();
  root.goPolicies();
  await root.policies.load();
});

const copied = async (): Promise<void> => {
  await root.policies.copy();
};

describe('policies', () => {
  it('begin with the standard, which is shipped and cannot be changed', () => {
    const { policies } = root;
    expect(policies.entry).toMatchObject({ id: 'regulatory-report', shipped: true });
    expect(policies.editable).toBe(false);
    policies.change({ name: '改名' });
    policies.addTerm();
    expect(policies.policy?.name).toBe('监管报告');
    expect(policies.changed).toBe(false);
  });

  it('are copied under a name of their own, and the copy is chosen', async () => {
    await copied();
    expect(root.policies.entry).toMatchObject({ id: 'own-1', policy: { name: '监管报告（本单位）' } });
    root.policies.select('regulatory-report');
    await copied();
    expect(root.policies.entry?.policy.name).toBe('监管报告 2（本单位）');
  });

  it('keep changes as drafts until they are saved, each its own', async () => {
    await copied();
    const { policies } = root;
    policies.changeRule('E101', { level: 'off' });
    policies.changeLimit('E102', 'length', 7);
    expect(policies.changed).toBe(true);
    policies.select('regulatory-report');
    expect(policies.changed).toBe(false);
    policies.select('own-1');
    expect(policies.policy?.rules).toEqual({ E101: { level: 'off' }, E102: { limits: { length: 7 } } });
    await policies.save();
    expect(policies.changed).toBe(false);
    expect(policies.entry?.policy.rules).toEqual({ E101: { level: 'off' }, E102: { limits: { length: 7 } } });
  });

  it('hold nothing of a rule that departs in nothing', async () => {
    await copied();
    const { policies } = root;
    policies.changeRule('E102', { level: 'error' });
    policies.changeLimit('E102', 'length', 7);
    policies.changeRule('E102', { level: undefined });
    expect(policies.policy?.rules).toEqual({ E102: { limits: { length: 7 } } });
    policies.changeLimit('E102', 'length', null);
    expect(policies.policy?.rules).toEqual({});
  });

  it('keep their drafts when the app is closed', async () => {
    await copied();
    root.policies.change({ description: '改到一半' });
    const again = new RootStore(bridge, memory, 1400);
    await again.settings.load();
    await again.policies.load();
    again.policies.select('own-1');
    expect(again.policies.policy?.description).toBe('改到一半');
    expect(again.policies.changed).toBe(true);
    again.policies.discard();
    kept.set('gouji.policy-drafts', '{"broken');
    const third = new RootStore(bridge, memory, 1400);
    await third.settings.load();
    await third.policies.load();
    third.policies.select('own-1');
    expect(third.policies.changed).toBe(false);
  });

  it('keep a draft that could not be saved', async () => {
    await copied();
    root.policies.change({ name: '本司' });
    bridge.failNext = { ok: false, error: { code: 'same-name', message: '已有' } };
    await root.policies.save();
    expect(root.policies.policy?.name).toBe('本司');
    expect(root.policies.changed).toBe(true);
    root.policies.discard();
    expect(root.policies.policy?.name).toBe('监管报告（本单位）');
  });

  it('change terms, where an emptied condition is none', async () => {
    await copied();
    const { policies } = root;
    policies.addTerm();
    policies.changeTerm(0, { avoid: '接入', use: '连接', followedBy: '银行' });
    expect(policies.policy?.terms[0]).toEqual({
      avoid: '接入',
      use: '连接',
      level: 'doubt',
      why: '',
      followedBy: '银行',
    });
    policies.changeTerm(0, { followedBy: '' });
    expect(policies.policy?.terms[0]).toEqual({ avoid: '接入', use: '连接', level: 'doubt', why: '' });
    policies.setSearch('内地');
    expect(policies.terms.map(({ at, term }) => [at, term.avoid])).toEqual([[1, '大陆']]);
    policies.removeTerm(1);
    expect(policies.policy?.terms.map(({ avoid }) => avoid)).toEqual(['接入']);
  });

  it('change types of documents and their order', async () => {
    await copied();
    const { policies } = root;
    policies.addDocument();
    policies.addDocument();
    policies.changeDocument(1, { name: '公报', titles: ['公报'], parts: ['date'] });
    policies.raiseDocument(1);
    expect(policies.policy?.documents.map(({ name }) => name)).toEqual(['公报', '文种']);
    policies.removeDocument(1);
    expect(policies.policy?.documents).toEqual([
      { name: '公报', titles: ['公报'], parts: ['date'], always: false },
    ]);
  });

  it('are removed after a question, with their drafts', async () => {
    await copied();
    root.policies.change({ name: '本司' });
    root.ui.openDialog('policy-remove');
    await root.policies.remove();
    expect(root.ui.dialog).toBeNull();
    expect(root.policies.policies).toHaveLength(1);
    expect(root.policies.entry?.id).toBe('regulatory-report');
  });

  it('come from files; a closed dialog changes nothing', async () => {
    bridge.chosen = null;
    await root.policies.take();
    expect(root.policies.policies).toHaveLength(1);
    const file = { ...root.policies.policy, name: '来自文件' };
    bridge.chosen = { name: '政策.json', text: JSON.stringify(file) };
    await root.policies.take();
    expect(root.policies.entry?.policy.name).toBe('来自文件');
  });

  it('are chosen for a report', async () => {
    await copied();
    const opened = await bridge.openReport({ reportId: 1 });
    if (opened.ok) root.review.open(opened.value);
    await root.review.setPolicy('own-1');
    expect(root.review.snapshot?.policy).toEqual({ id: 'own-1', chosen: true });
    await root.review.setPolicy(null);
    expect(root.review.snapshot?.policy.chosen).toBe(false);
  });
});
