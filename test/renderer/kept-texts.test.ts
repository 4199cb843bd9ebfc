import { beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = '# 报告\n\n一共三类商户，其中错字最多。\n\n第二段也在这里。\n';
const check = (text: string) => ({ ...fakeCheck(text), document: parseDocument(text) });
const PASSPHRASE = '只供测试';
const person = (name: string) => ({
  name,
  roles: ['preparer' as const],
  passphrase: PASSPHRASE,
  adopt: null,
});

let kept: Map<string, string>;
let bridge: FakeBridge;
const memory = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};

/** A window that has just been opened, with 甲 at the desk and the report shown. */
async function opened(): Promise<RootStore> {
  const root = new RootStore(bridge, memory, 1440);
  await root.identities.load();
  await root.library.open(1);
  return root;
}

beforeEach(async () => {
  kept = new Map();
  bridge = new FakeBridge(check, TEXT);
  const root = new RootStore(bridge, memory, 1440);
  await root.identities.create(person('甲'));
});

const said = (root: RootStore): string => root.notices.items.map(({ text }) => text).join(' ');

describe('what is typed and not sent', () => {
  it('is there again in the next window, where it stood', async () => {
    const before = await opened();
    before.edit.start({ block: 2, cell: null });
    before.edit.type('第二段改了一半');
    before.edit.setReason('还没写完');
    before.comments.write({ range: { start: 6, end: 12 }, fingerprint: null });
    before.comments.setBody('这里要问');
    before.signOff.ask('submit');
    before.signOff.setReason('请看第二段');
    before.kept.set(1, 'waive.abc', '原表如此');
    expect(said(before)).toBe('');

    const after = await opened();
    expect(after.edit).toMatchObject({ typed: '第二段改了一半', reason: '还没写完', place: { block: 2 } });
    expect(after.comments).toMatchObject({ body: '这里要问', writing: { range: { start: 6, end: 12 } } });
    after.signOff.ask('submit');
    expect(after.signOff.reason).toBe('请看第二段');
    expect(after.kept.get(1, 'waive.abc')).toBe('原表如此');
    expect(said(after)).toContain('豁免理由 1 处、批注 1 处、会签说明 1 处、修改的文字 1 处');
  });

  it('is gone once it was sent or given up', async () => {
    const root = await opened();
    root.comments.write({ range: { start: 6, end: 12 }, fingerprint: null });
    root.comments.setBody('这里要问');
    await root.comments.send();
    root.edit.start({ block: 2, cell: null });
    root.edit.type('改了');
    root.edit.cancel();
    root.signOff.ask('submit');
    root.signOff.setReason('请看');
    root.signOff.leave();
    expect(root.kept.counts(1).size).toBe(0);
    const again = await opened();
    expect([again.comments.writing, again.edit.place, said(again)]).toEqual([null, null, '']);
  });

  it('is told when its place reads otherwise by now, and a comment finds its words', async () => {
    const before = await opened();
    before.edit.start({ block: 2, cell: null });
    before.edit.type('第二段改了一半');
    const start = before.review.text.indexOf('其中');
    before.comments.write({ range: { start, end: start + 4 }, fingerprint: null });
    before.comments.setBody('这里要问');
    const target = before.review.target ?? { reportId: 0, revisionId: 0 };
    const change = { kind: 'source' as const, edits: [] };
    await bridge.editText({ ...target, change: { kind: 'block', block: 2, text: '别人改过。' }, reason: '' });
    expect(change.edits).toEqual([]);

    const after = await opened();
    expect(after.edit.place).toBeNull();
    expect(said(after)).toContain('第二段改了一半');
    const { range } = after.comments.writing ?? { range: { start: 0, end: 0 } };
    expect(after.review.text.slice(range.start, range.end)).toBe('其中错字');
  });

  it('is the person’s own: another one at the desk begins with theirs', async () => {
    const root = await opened();
    root.comments.write({ range: { start: 6, end: 12 }, fingerprint: null });
    root.comments.setBody('甲的批注');
    const [first] = root.identities.people;
    await root.identities.lock();
    expect([root.identities.seat, root.comments.body]).toEqual([first?.id, '甲的批注']);
    await root.identities.create(person('乙'));
    const second = root.identities.people.find(({ name }) => name === '乙');
    await root.identities.unlock(second?.id ?? '', PASSPHRASE);
    expect([root.comments.body, root.comments.writing]).toEqual(['', null]);
    await root.identities.lock();
    await root.identities.unlock(first?.id ?? '', PASSPHRASE);
    expect(root.comments.body).toBe('甲的批注');
  });

  it('goes with a report that is deleted for good', async () => {
    const root = await opened();
    root.kept.set(1, 'waive.abc', '原表如此');
    root.review.close();
    await root.library.load();
    root.library.askRemove(root.library.reports[0] ?? null);
    await root.library.remove();
    await root.removed.load();
    root.removed.ask(root.removed.current);
    await root.removed.purge();
    expect([...kept.values()].join('')).not.toContain('原表如此');
  });

  it('that cannot be read is as if there were none', async () => {
    const root = await opened();
    for (const key of [...kept.keys()]) kept.set(key, '{"edit":');
    kept.set(`gouji.typed.${root.identities.seat}.1`, '[1');
    expect((await opened()).edit.place).toBeNull();
    kept.set(`gouji.typed.${root.identities.seat}.1`, '{"edit":{"typed":"x"},"comment":{"body":1}}');
    expect((await opened()).edit.place).toBeNull();
  });
});
