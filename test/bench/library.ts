import './sources.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../src/main/desk/desk.ts';

/**
 * `node test/bench/library.ts [reports]`: a library of 10,000 reports (some 6,000 characters and 90 figures each), searched
 * for usual and rare words, short ones, and numbers; then listed. Prints the 95th percentile of each, in CPU time, and
 * exits 1 above 30 ms.
 */

const { openDatabase } = await import('../../src/main/db/open.ts');
const { indexReport } = await import('../../src/main/db/search-index.ts');
const { searchLibrary } = await import('../../src/main/desk/search.ts');
const { libraryOf } = await import('../../src/main/desk/library.ts');

const REPORTS = Number(process.argv[2] ?? 10_000);
const LIMIT = 30;
const RUNS = 40;
const BLOCKS = 60;
const WORDS =
  '商户 支付 业务 收单 终端 交易 手续费 减免 小微 县域 拓展 受理 环境 优化 便民 境外 来华 人员 服务 投诉 处理 风险 监测 合规 培训 宣传 活动 银行 合作 数字 人民币 条码 聚合 外卡 机具 更新 适老 助农 网点 巡检'.split(
    ' ',
  );

let seed = 7;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
const word = (): string => WORDS[random(WORDS.length)] ?? '';

function paragraph(report: number, block: number): string {
  const words = Array.from({ length: 30 }, word).join('');
  const rare = block === 20 ? `本段为编号案例${report}的情况说明，` : '';
  return `${rare}${words}，金额${100 + random(90_000)}.${10 + random(90)}万元，共${1 + random(9_000)}户。`;
}

function fill(desk: Pick<Desk, 'connection'>): void {
  const { connection } = desk;
  const block = connection.prepare("INSERT INTO block VALUES (?, ?, 'paragraph', ?, ?, 0, ?)");
  const quantity = connection.prepare(
    "INSERT INTO quantity VALUES (?, ?, ?, ?, ?, ?, '元', 2, NULL, NULL, 'single', ?)",
  );
  connection
    .prepare(
      "INSERT INTO source (sha256, file_name, format, encoding, bytes, imported_at) VALUES ('x', 'x.md', 'markdown', 'utf-8', x'', '2026')",
    )
    .run();
  for (let id = 1; id <= REPORTS; id++) {
    const at = new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString();
    connection
      .prepare('INSERT INTO report (id, title, file_name, created_at, changed_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, `第${id}号支付公司业务报告`, `report-${id}.md`, at, at);
    connection
      .prepare(
        "INSERT INTO revision (id, report_id, number, source_id, working_text, sha256, author, reason, created_at) VALUES (?, ?, 1, 1, '', '', '', '', ?)",
      )
      .run(id, id, at);
    connection.prepare('UPDATE report SET current_revision_id = ? WHERE id = ?').run(id, id);
    let start = 0;
    for (let at2 = 0; at2 < BLOCKS; at2++) {
      const text = paragraph(id, at2);
      block.run(id, at2, start, start + text.length, text);
      const raw = /[\d.]+万元/.exec(text)?.[0] ?? '';
      const value = String(Math.round(Number.parseFloat(raw) * 10_000));
      quantity.run(
        id,
        at2,
        start + text.indexOf(raw),
        start + text.indexOf(raw) + raw.length,
        raw,
        value,
        at2,
      );
      start += text.length + 1;
    }
    indexReport(connection, id);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const connection = openDatabase(join(folder, 'library.sqlite'));
const desk = { connection, now: () => new Date('2026-01-02') } as Desk;
const before = performance.now();
connection.transaction(() => fill(desk))();
process.stdout.write(`${REPORTS} reports filled in ${Math.round(performance.now() - before)} ms\n`);

const queries: Readonly<Record<string, () => string>> = {
  'usual, four characters': () => word() + word(),
  'usual, two characters': word,
  'rare, eight characters': () => `编号案例${1 + random(REPORTS)}`,
  'rare, two characters': () => `例${1 + random(9)}`,
  'one character': () => word().slice(0, 1),
  'two words': () => `${word()}${word()} ${word()}${word()}`,
  nowhere: () => '跨境并购',
  'a figure': () => `${100 + random(90_000)}.${10 + random(90)}万元`,
};
let missed = false;
const percentile = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
for (const [name, query] of Object.entries(queries)) {
  const times: number[] = [];
  let hits = 0;
  for (let run = 0; run < RUNS; run++) {
    const wanted = query();
    const start = process.cpuUsage();
    hits += searchLibrary(desk, { query: wanted, archived: false }).hits.length;
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const p95 = percentile(times);
  missed ||= p95 > LIMIT;
  process.stdout.write(`${name}: p95 ${p95.toFixed(1)} ms, ${(hits / RUNS).toFixed(1)} hits\n`);
}
libraryOf(desk);
const listing = performance.now();
libraryOf(desk);
process.stdout.write(`list: ${(performance.now() - listing).toFixed(1)} ms\n`);
connection.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = missed ? 1 : 0;
