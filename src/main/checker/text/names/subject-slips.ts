import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { introducedName } from './introduced-name';
import type { NameSlip } from './name-slips';

/** A name of its own, and what the trade calls itself: 岱川支付. */
const OWN_NAME = 2;
const SHORTEST = 4;
const OFTEN = 3;
/** Where a subject begins: nothing, a mark, or when it was before it. */
const BEGINS = /(?:^|[，。；：！？\s]|(?:[年月日度末底初]|以来|期间|期内|同时|此外|其中))$/u;
/** What an author says of itself. Of others it tells what they were, announced, paid or were punished for. */
const AUTHORS =
  /^(?:将|已|现|共|均|未|全年|累计|全体|始终|一直|持续|继续|坚持|高度|认真|严格|积极|深入|全面|进一步|按照?|根据|依据|结合|针对|围绕|通过|认识到|认为|承诺|保证|确认|建立|制定|修订|印发|组织|开展|召开|成立|设立|配备|加强|强化|完善|落实|优化|拟|计划|对|在|于|自|本[年季月期])/u;
/** Institutions of these kinds are many and known by such names: 工商银行 beside 招商银行. */
const MANY = /银行|证券|保险|基金|信托|联社|期货/;
const SURELY = /^(?:将(?:继续|持续|进一步|严格|认真)|认识到|始终|坚持|高度重视|承诺)/;
/** Others are spoken of. */
const OTHERS =
  /同业|同行|同类|行业|竞争|对手|对标|可比|合作|伙伴|股东|母公司|子公司|关联|控股|收购|并购|供应商|服务商|外包|委托|受托|处罚|案例|通报|其他机构|别家|友商|对方|原告|被告|上游|下游|如下|例如/;
/** Two that differ in such a character are two. */
const KINDS = /[支分总省市县区乡镇东西南北中上下新老一二三四五六七八九十甲乙丙丁子母]/;

/** 岱山支付将继续…, once, in a report of 岱川支付: one character of its own name off, as the subject of what the author does. */
export function subjectSlips(document: ReportDocument): readonly NameSlip[] {
  const introduced = introducedName(document);
  const { short = '', range: elsewhere } = introduced ?? {};
  const words = occurrencesOf(document);
  if (!elsewhere || short.length < SHORTEST || words.count(short, OFTEN) < OFTEN) return [];
  return document.blocks.flatMap((block): readonly NameSlip[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    // Beside the author's name it would be another's.
    if (block.prose.text.includes(short)) return [];
    return slipsIn(block.prose, short).flatMap((at): NameSlip[] => {
      const own = block.prose.text.slice(at, at + short.length);
      if (words.count(own.slice(0, OWN_NAME), 2) > 1) return [];
      const range = sourceRange(block.prose, at, at + own.length);
      return [{ own, usual: short, range, elsewhere }];
    });
  });
}

/** Where the short name stands but for one of its first characters. */
function slipsIn({ text }: Prose, short: string): readonly number[] {
  const tail = short.slice(OWN_NAME);
  const found: number[] = [];
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    const start = at - OWN_NAME;
    const own = text.slice(Math.max(0, start), at);
    if (start >= 0 && isOneOff(own, short) && isAuthor(text, start, start + short.length)) found.push(start);
  }
  return found;
}

function isOneOff(own: string, short: string): boolean {
  const off = [...own].flatMap((one, at) => (one === short[at] ? [] : [one + short.charAt(at)]));
  return off.length === 1 && /^\p{Script=Han}+$/u.test(own) && !KINDS.test(off[0] ?? '');
}

function isAuthor(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const does = MANY.test(text.slice(start, end)) ? SURELY : AUTHORS;
  return BEGINS.test(before) && does.test(after) && !OTHERS.test(before);
}
