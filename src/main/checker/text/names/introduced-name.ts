import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';

/** How the author introduces itself: 楚河支付有限公司（以下简称“楚河支付”）. */
export interface IntroducedName {
  readonly full: string;
  readonly short: string;
  readonly range: Range;
}

const INTRODUCED =
  /(?<full>\p{Script=Han}{4,30}?(?:公司|银行|合作社|中心|集团|协会))（以下(?:简称|称)[：:]?[“"]?(?<short>\p{Script=Han}{2,10})[^）]{0,20}）/u;
const LEAD = /^.*(?:根据|依据|现将|对于|关于|由|在|对|将|与|和|是|[，。；：])/u;
const SHORTEST = 3;

/** The first name that the report shortens; of others it may only speak. */
export function introducedName({ blocks }: ReportDocument): IntroducedName | null {
  for (const block of blocks.slice(0, 12)) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const match = INTRODUCED.exec(block.prose.text);
    const { full = '', short = '' } = match?.groups ?? {};
    if (!match || /^(?:条例|办法|规定|法|通知|指引)/.test(short)) continue;
    const name = full.replace(LEAD, '');
    const start = match.index + full.length - name.length;
    return name.length > SHORTEST
      ? { full: name, short, range: sourceRange(block.prose, start, start + name.length) }
      : null;
  }
  return null;
}
