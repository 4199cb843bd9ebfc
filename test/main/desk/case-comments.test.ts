import { describe, expect, it } from 'vitest';
import type { ReadCase } from '../../../src/main/casefile/read';
import { readCase } from '../../../src/main/casefile/read';
import { recordOf } from '../../../src/main/casefile/record';
import { withoutGuards } from '../../../src/main/db/case/rows';
import { verifyLibrary } from '../../../src/main/db/verify';
import { commentOn, replyTo, settle, withdraw } from '../../../src/main/desk/comments';
import { receiveCase } from '../../../src/main/desk/receive-case';
import { undoAct } from '../../../src/main/desk/undo';
import { recordText } from '../../../src/main/exporter/record/document';
import { recordSheets } from '../../../src/main/exporter/record/sheets';
import { Laptop, value } from '../../helpers/laptops';

const intact = (laptop: Laptop): void =>
  expect(verifyLibrary(laptop.desk.connection, 'library').problems).toEqual([]);

async function say(laptop: Laptop, words: string, body: string): Promise<void> {
  const { revisionId, analysis } = await laptop.shown();
  const start = analysis.document.text.indexOf(words);
  const range = { start, end: start + words.length };
  value(await commentOn(laptop.desk, { reportId: 1, revisionId, range, fingerprint: null, body }));
}
async function thread(laptop: Laptop, body: string): Promise<number> {
  const { comments } = await laptop.shown();
  const found = comments.find(({ entries }) => entries[0]?.body === body);
  if (!found) throw new Error(`nobody said ${body}`);
  return found.id;
}
const answer = async (laptop: Laptop, first: string, body: string): Promise<unknown> =>
  value(await replyTo(laptop.desk, { reportId: 1, thread: await thread(laptop, first), body }));
const close = async (laptop: Laptop, first: string, settled: boolean): Promise<unknown> =>
  value(await settle(laptop.desk, { reportId: 1, thread: await thread(laptop, first), settled }));
/** As a person sees them, without the numbers of rows. */
const seen = async (laptop: Laptop): Promise<unknown> =>
  (await laptop.shown()).comments.map(({ id: _, entries, ...rest }) => ({
    ...rest,
    entries: entries.map(({ id: __, ...entry }) => entry),
  }));

async function apart(): Promise<[Laptop, Laptop]> {
  const [a, b] = [new Laptop(1, '甲'), new Laptop(2, '乙')];
  await a.import();
  await say(a, '三类商户', '请核对类数');
  expect(await b.take(a.handOver())).toBe('opened');
  expect(await seen(b)).toEqual(await seen(a));
  return [a, b];
}

describe('comments of a case', () => {
  it('handed over three times end equal, with one head', async () => {
    const [a, b] = await apart();
    await answer(b, '请核对类数', '确为三类');
    await say(b, '没有没有', '重复');
    await close(b, '请核对类数', true);
    expect(await a.take(b.handOver())).toBe('updated');
    expect(a.head()).toBe(b.head());
    await close(a, '请核对类数', false);
    await a.fix('W307');
    await say(a, '线下', '口径？');
    const file = a.handOver();
    expect(await b.take(file)).toBe('updated');
    expect(await b.take(file)).toBe('unchanged');
    expect(b.head()).toBe(a.head());
    expect(await seen(b)).toEqual(await seen(a));
    // The second laptop's clock is ahead.
    expect(await seen(b)).toMatchObject([
      {
        settled: null,
        entries: [
          { body: '请核对类数', by: '甲' },
          { body: '确为三类', by: '乙' },
        ],
      },
      { entries: [{ body: '口径？' }] },
      { entries: [{ body: '重复' }] },
    ]);
    for (const laptop of [a, b]) intact(laptop);
  });

  it('of both sides stay when they went apart', async () => {
    const [a, b] = await apart();
    await answer(a, '请核对类数', '甲再看');
    await say(a, '线上', '甲问');
    await answer(b, '请核对类数', '乙看过');
    await say(b, '线下', '乙问');
    expect(await a.take(b.handOver())).toBe('merged');
    expect(await b.take(a.handOver())).toBe('updated');
    expect(b.head()).toBe(a.head());
    expect(await seen(b)).toEqual(await seen(a));
    const said = (await a.shown()).comments.map(({ entries }) => entries.map(({ body }) => body));
    expect(said).toEqual([['请核对类数', '甲再看', '乙看过'], ['甲问'], ['乙问']]);
    for (const laptop of [a, b]) intact(laptop);
  });

  it.each([
    { what: 'one side alone settled', mine: [], theirs: [true], settled: '乙' },
    { what: 'the other side alone settled', mine: [true], theirs: [], settled: '甲' },
    { what: 'one side settled and opened it again', mine: [], theirs: [true, false], settled: null },
    // The clock of the second laptop goes a minute ahead.
    { what: 'both settled, the second later', mine: [true], theirs: [true], settled: '乙' },
    { what: 'both, the second opened it again', mine: [true], theirs: [true, false], settled: null },
  ])('are settled as the latest act says: $what', async ({ mine, theirs, settled }) => {
    const [a, b] = await apart();
    for (const to of mine) await close(a, '请核对类数', to);
    for (const to of theirs) await close(b, '请核对类数', to);
    // Whichever did nothing about the thread still did something.
    await say(a, '线上', '甲问');
    await say(b, '线下', '乙问');
    expect(await a.take(b.handOver())).toBe('merged');
    expect(await b.take(a.handOver())).toBe('updated');
    for (const laptop of [a, b]) {
      expect((await laptop.shown()).comments[0]?.settled?.by ?? null).toBe(settled);
      intact(laptop);
    }
  });

  it('said twice to the letter in one moment are two', async () => {
    const a = new Laptop(1, '甲');
    await a.import();
    const still = { ...a.desk, now: () => new Date('2026-01-10T09:30:00.000Z') };
    const { revisionId } = await a.shown();
    const order = { reportId: 1, revisionId, range: { start: 2, end: 6 }, fingerprint: null, body: '同' };
    for (const _ of [1, 2]) value(await commentOn(still, order));
    const [first = 0, second = 0] = (await a.shown()).comments.map(({ id }) => id);
    for (const id of [first, second, second])
      value(await replyTo(still, { reportId: 1, thread: id, body: '复' }));
    const b = new Laptop(2, '乙');
    expect(await b.take(a.handOver())).toBe('opened');
    expect((await b.shown()).comments.map(({ entries }) => entries.length)).toEqual([2, 3]);
    for (const laptop of [a, b]) intact(laptop);
  });

  it.each([
    ['said otherwise', `UPDATE comment SET body = '同意'`],
    ['by somebody else', `UPDATE comment SET author = '乙'`],
    ['taken away', 'DELETE FROM comment; DELETE FROM comment_thread'],
    ['put in', `INSERT INTO comment (thread_id, body, author, written_at) VALUES (1, '同意', '乙', '2026')`],
    ['settled', `UPDATE comment_thread SET settled_by = '甲', settled_at = '2026'`],
    ['moved', 'UPDATE comment_thread SET start_offset = 0'],
  ])('show in the library when they are %s past the log', async (_, sql) => {
    const a = new Laptop(1, '甲');
    await a.import();
    await say(a, '三类商户', '请核对类数');
    const { connection } = a.desk;
    connection.transaction(() => withoutGuards(connection, () => connection.exec(sql)))();
    const { problems } = verifyLibrary(connection, 'library');
    expect(problems.map(({ code }) => code)).toEqual(['state']);
    expect(problems[0]?.message).toContain('批注');
  });

  it('are refused where they are not what the log says, and a file without any is read', async () => {
    const [a] = await apart();
    const read = value(readCase(a.handOver()));
    const forged = structuredClone(read) as ReadCase;
    const [row] = forged.contents.tables.comment ?? [];
    if (!row) throw new Error('no comment in the file');
    row['body'] = '同意';
    const c = new Laptop(3, '丙');
    expect(await receiveCase(c.desk, 'x.gouji', forged)).toMatchObject({ error: { code: 'case-clash' } });
    const before = structuredClone(read) as ReadCase;
    delete before.contents.tables.comment;
    delete before.contents.tables.comment_thread;
    for (const { state } of before.entries) delete (state as Record<string, string>)['comments'];
    expect(await receiveCase(c.desk, 'x.gouji', before)).toMatchObject({ ok: true });
    expect((await c.shown()).comments).toEqual([]);
  });

  it('stand in the review record', async () => {
    const [a] = await apart();
    await answer(a, '请核对类数', '确为|三类');
    await close(a, '请核对类数', true);
    const { contents, entries } = value(readCase(a.handOver()));
    const record = recordOf(contents, entries);
    expect(record.comments).toMatchObject([
      {
        excerpt: '三类商户',
        settledBy: '甲',
        said: [{ body: '请核对类数' }, { body: '确为|三类', by: '甲' }],
      },
    ]);
    expect(recordText(record)).toMatch(
      /## 六、批注[\s\S]*\| 1 \| 三类商户 \| 请核对类数 \| 甲 \|[\s\S]*确为\\\|三类/,
    );
    const sheet = recordSheets(record).find(({ name }) => name === '批注');
    expect(sheet?.rows.map((row) => row[3])).toEqual(['请核对类数', '确为|三类']);
  });
});

describe('words that were taken back', () => {
  const takeBack = async (laptop: Laptop, body: string): Promise<void> => {
    const said = (await laptop.shown()).comments.flatMap(({ entries }) => entries);
    const comment = said.find((entry) => entry.body === body)?.id ?? 0;
    value(await withdraw(laptop.desk, { reportId: 1, comment }));
  };
  const undo = async (laptop: Laptop) =>
    value(await undoAct(laptop.desk, { reportId: 1, revisionId: (await laptop.shown()).revisionId }));

  it('travel, and so does their return', async () => {
    const [a, b] = await apart();
    await answer(b, '请核对类数', '写错了');
    await takeBack(b, '写错了');
    expect(await a.take(b.handOver())).toBe('updated');
    expect(await seen(a)).toEqual(await seen(b));
    expect(JSON.stringify(await seen(a))).not.toContain('写错了');
    await undo(b);
    expect(await a.take(b.handOver())).toBe('updated');
    expect(JSON.stringify(await seen(a))).toContain('写错了');
    intact(a);
    intact(b);
    await takeBack(b, '写错了');
    const file = readCase(b.handOver());
    if (!file.ok) throw new Error(file.error.message);
    const printed = recordText(recordOf(file.value.contents, file.value.entries));
    expect(printed).toContain('（已撤回）');
  });

  it('stay taken back when both went on', async () => {
    const [a, b] = await apart();
    await takeBack(a, '请核对类数');
    await say(b, '没有没有', '重复');
    await close(b, '请核对类数', true);
    expect(await a.take(b.handOver())).toBe('merged');
    expect(JSON.stringify(await seen(a))).not.toContain('请核对类数');
    expect(await b.take(a.handOver())).toBe('updated');
    expect(await seen(b)).toEqual(await seen(a));
    intact(a);
    intact(b);
  });
});
