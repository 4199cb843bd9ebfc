import { docx, p, run, tbl } from './docx.ts';

/** What Word writes around each run of a Chinese report. */
const VERBOSE =
  '<w:rFonts w:ascii="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong" w:cs="FangSong" w:hint="eastAsia"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>';

const SUBJECTS = [
  '线上支付',
  '线下收单',
  '跨境结算',
  '账户管理',
  '风险监测',
  '客户服务',
  '反洗钱',
  '备付金管理',
];
const CLAUSES = [
  '业务规模保持平稳增长，未发生重大风险事件',
  '相关制度执行到位，自查发现的事项均已整改',
  '系统可用率符合监管要求，灾备切换按计划完成',
  '对商户开展分级管理，巡检结果录入台账备查',
];

export interface AnnualReportSize {
  readonly characters: number;
  readonly tables: number;
  readonly controls: number;
}

const control = (inner: string, id: number): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="数据项${id}"/><w:tag w:val="tag-${id}"/><w:id w:val="${id}"/><w:placeholder><w:docPart w:val="DefaultPlaceholder"/></w:placeholder><w:text/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

/** A Word file of the size and build of a listed company's annual report; its figures are all different. */
export function annualReport({ characters, tables, controls }: AnnualReportSize): Uint8Array {
  let figure = 100_000;
  let controlled = 0;
  let written = 0;
  const number = (): string => {
    figure += 7;
    return (figure / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  };
  const cell = (text: string): string => {
    written += text.length;
    const inner = run(text, VERBOSE);
    const content = controlled < controls ? control(inner, ++controlled) : inner;
    return `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${content}</w:p></w:tc>`;
  };
  const table = (index: number): string => {
    const merged = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text, VERBOSE))}</w:tc>`;
    const head = [
      [
        merged('项目', '<w:vMerge w:val="restart"/>'),
        merged('2025年', '<w:gridSpan w:val="2"/>'),
        merged('2024年', '<w:gridSpan w:val="2"/>'),
      ],
      [merged('', '<w:vMerge/>'), ...['笔数', '金额', '笔数', '金额'].map((text) => merged(text, ''))],
    ];
    const rows = Array.from({ length: 6 }, (_, row) =>
      [`${SUBJECTS[(index + row) % SUBJECTS.length]}${row + 1}`, number(), number(), number(), number()].map(
        cell,
      ),
    );
    return tbl([...head, ...rows]);
  };
  const paragraph = (index: number): string => {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
    const clause = CLAUSES[index % CLAUSES.length] ?? '';
    const text = `${subject}方面，本年第${index + 1}项工作涉及金额${number()}万元，${clause}。`;
    written += text.length;
    // Word splits runs wherever the author paused.
    return p(run(text.slice(0, 9), VERBOSE) + run(text.slice(9, 17), VERBOSE) + run(text.slice(17), VERBOSE));
  };
  const body: string[] = [];
  for (let index = 0; index < tables; index++) {
    body.push(p(`第${index + 1}节 ${SUBJECTS[index % SUBJECTS.length]}情况`, '<w:outlineLvl w:val="0"/>'));
    body.push(table(index));
  }
  for (let index = 0; written < characters; index++) body.push(paragraph(index));
  return docx(body.join(''));
}
