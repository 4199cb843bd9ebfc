import type { ReportDocument } from '../../shared/model/document';
import { parentHeadings } from '../document/outline';
import { periodsOf } from './periods';

/** What the headings above say of a block. */
export interface Section {
  /** The nearest title that is about something, with the generic ones below it: `渠道建设 总体情况`; empty under the report's title. */
  readonly scope: string;
  /** The nearest period that a heading names, the report's title left out. */
  readonly period: string;
}

const NOWHERE: Section = { scope: '', period: '' };
const HEADING_NUMBER =
  /^\s*(?:第?[一二三四五六七八九十百]+[、章节篇部．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.、．]?)\s*/;
/** Titles that only say what kind of text follows. */
const GENERIC =
  /^(?:(?:总体|整体|基本|主要|具体|相关|有关|业务|工作|经营|年度|全年|本年度?|报告期内?|开展|完成|运行|财务|会计|重点|的|及|和|与|、|情况|概况|概述|综述|成效|成果|进展|措施|做法|数据|指标|统计|分析|说明|背景|工作|总结|内容|结果|表现)+|其他|综合|引言|前言|摘要|附表|附录|附件)$/;

/** Reads the sections of a document; each heading once. */
export function sectionReader(document: ReportDocument): (section: number) => Section {
  const parents = parentHeadings(document);
  const known = new Map<number, Section>();
  const read = (section: number): Section => {
    const seen = known.get(section);
    if (seen) return seen;
    const heading = document.blocks[section];
    if (heading?.kind !== 'heading' || heading.level === 1) return NOWHERE;
    known.set(section, NOWHERE);
    const above = read(parents.get(section) ?? -1);
    const title = heading.prose.text.replace(HEADING_NUMBER, '').trim();
    const period = periodsOf(title)[0]?.value || above.period;
    const scope = GENERIC.test(title) && above.scope !== '' ? `${above.scope} ${title}` : title;
    const made = { scope, period };
    known.set(section, made);
    return made;
  };
  return read;
}
