import { beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/main/document/parse';
import { RootStore } from '../../src/renderer/stores/root-store';
import { reviewAction } from '../../src/renderer/stores/shortcuts';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const TEXT = '# 报告\n\n一共三类商户，其中餐饮最多。\n\n第二段也在这里。\n';
let root: RootStore;

const say = async (words: string, body: string): Promise<void> => {
  const start = TEXT.indexOf(words);
  root.comments.write({ range: { start, end: start + words.length }, fingerprint: null });
  root.comments.setBody(body);
  await root.comments.send();
};
const marked = (): readonly string[] =>
  (root.review.snapshot?.analysis.document.blocks ?? []).flatMap((block) =>
    root.marks.of(block).flatMap((mark) => (mark.kind === 'comment' ? [mark.label] : [])),
  );

beforeEach(async () => {
  const check = (text: string) => ({ ...fakeCheck(text), document: parseDocument(text) });
  root = new RootStore(new FakeBridge(check, TEXT), { getItem: () => null, setItem: () => {} }, 1440);
  await root.library.open(1);
  await say('第二段', '谁写的？');
  await say('三类商户', '请核对');
});

describe('comments in the document', () => {
  it('mark their passage until they are settled', async () => {
    expect(marked()).toEqual(['审核人批注：请核对', '审核人批注：谁写的？']);
    await root.comments.settle(1, true);
    expect(marked()).toEqual(['审核人批注：请核对']);
  });

  it('are gone through in the order of the text, round at the ends', () => {
    const went = [1, 1, 1, -1].map((by) => {
      root.comments.step(by as 1 | -1);
      return root.comments.chosen;
    });
    expect(went).toEqual([2, 1, 2, 1]);
    expect(root.ui.tab).toBe('comments');
    expect(root.review.spot?.start).toBe(TEXT.indexOf('第二段'));
  });

  it('have keys of their own', () => {
    const press = { key: 'n', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(reviewAction(press)).toBe('nextComment');
    expect(reviewAction({ ...press, key: 'N', shiftKey: true })).toBe('previousComment');
  });
});
