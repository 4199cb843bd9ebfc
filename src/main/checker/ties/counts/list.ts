import { allMatches } from '../../../../shared/matches';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import type { Counted } from './counted';
import { type Item, isTitle, type Listing, readListing } from './enumerations';
import type { CountCheck } from './index';

const LIST_MARK = /(?:共|共计|合计|总共|一共|总计)$/;
/** 《甲》《乙》，共3项 */
const AFTER_TITLES = /(?<=[》”])，(?:共|共计|合计|总共|一共|总计)$/;
const OPEN_MARK = /等(?:共|共计|合计)?$/;
/** 4家： */
const ANNOUNCED = /[\d一二三四五六七八九十]{1,3}\p{Script=Han}{1,2}：$/u;
const BOUNDARY = /[。！？：:\n，,；;（(]/;
/** A list that ends in one of these runs on into the sentence: 在北京、上海设立3家. */
const VERB_END =
  /(?:设立|开展|完成|新增|共有|覆盖|有|为|达|接入|上线|办理|开设|建立|发展|拥有|的|了|在|设|对|与|和|向|等|增加|减少|推出|发布|召开|组织|形成|提出|实现|涉及|包括|包含|分为|作为|属于|其中|这|该|上述|以上|以下|前|后|各|每|另|另外|还|又|再|至|到|由|从|中|内|里|下|近|时|并|其|或|及|以|第)$/;
const COUNTED_BEFORE = /[\d一二三四五六七八九十两]{1,3}(?:[个类种项条家款]|方面|大类)\p{Script=Han}/u;
const OWN_COUNT = /\d[\d,.]*[万亿]?\p{L}{1,2}$/u;
/** Names of places in front of a count of something else: 北京、上海共6家分公司. */
const PLACES =
  /^(?:在|于|覆盖|包括|分布在|位于)?(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|南京|成都|武汉|西安|苏州|宁波|厦门|青岛|大连|长沙|郑州|济南|合肥|福州)/;

const SEPARATED = /、|》《|”“/;
const QUOTED = /(?:[“《][^“”《》]{1,30}[”》]){2,}$/;

/** “进万家”“第一课”“守护行动”三项活动: quoted names side by side, right before their count. */
function quotedBefore(counted: Counted): CountCheck | null {
  const { block, from, value } = counted;
  const run = QUOTED.exec(block.prose.text.slice(Math.max(0, from - 200), from))?.[0];
  if (run === undefined) return null;
  const names = allMatches(run, /[“《][^“”《》]*[”》]/g);
  const items = names.map(({ 0: name, index }) => {
    const start = from - run.length + index;
    return sourceRange(block.prose, start, start + name.length);
  });
  // 、“甲”“乙”: the run may be the tail of a longer list.
  const isTail = /[、和与及等]$/.test(block.prose.text.slice(0, from - run.length));
  if (isTail && items.length !== value) return null;
  return { ...base(counted, items), counted: items.length, status: items.length === value ? 'pass' : 'fail' };
}

/** `A、B、C共3家`, `A、B、C三家`: the list right before the count. */
export function listBefore(counted: Counted): CountCheck | null {
  const quoted = quotedBefore(counted);
  if (quoted) return quoted;
  const { block, from } = counted;
  const { text } = block.prose;
  const head = text.slice(Math.max(0, from - 200), from);
  const mark = AFTER_TITLES.exec(head)?.[0] ?? LIST_MARK.exec(head)?.[0] ?? OPEN_MARK.exec(head)?.[0] ?? '';
  const end = from - mark.length;
  const opening = boundaryBefore(text, end);
  // 单位4家：甲公司、乙公司、合作银行2家: the list is that of the count before it.
  if (mark === '' && ANNOUNCED.test(text.slice(Math.max(0, opening - 8), opening))) return null;
  const open = OPEN_MARK.test(head) || /等$/.test(text.slice(0, end));
  const start = boundaryBefore(text, end);
  const listing = readListing(text, start, end - (open && text.charAt(end - 1) === '等' ? 1 : 0));
  if (listing.items.length < 2 || !SEPARATED.test(text.slice(start, end))) return null;
  const wider = readListing(text, sentenceStart(text, end), end);
  const fits =
    within(listing, counted.value) ||
    (wider.least === counted.value && isOneList(text, start)) ||
    semicolons(text, end) === counted.value;
  const items = ranges(counted, listing.items);
  if (fits) return { ...base(counted, items), counted: counted.value, status: 'pass' };
  if (open) return openCheck(counted, listing, items);
  // 管理、设置和应急预案三个方面的问题共15个: the list has its count, and the 15 are something else.
  const closing = listing.items.at(-1);
  if (closing && COUNTED_BEFORE.test(text.slice(closing.from, closing.to))) return null;
  // 举办进社区、进学校活动48场: without 共, so far from their number the items are kinds of what is counted.
  if (mark === '' && Math.abs(counted.value - listing.items.length) > Math.max(3, listing.items.length))
    return null;
  // 制度42项、系统11套、服务商8家: every item has its own count, and so has the last.
  if (
    mark === '' &&
    listing.items.slice(0, -1).some((item) => OWN_COUNT.test(text.slice(item.from, item.to)))
  )
    return null;
  const sure = listing.plain && firstIsPlain(text, start) && (mark !== '' || lastIsName(text, listing));
  if (!sure || isPlaceList(text, listing, counted)) return null;
  return { ...base(counted, items), counted: listing.items.length, status: 'fail' };
}

/** So many named, and one left to 等: nobody saves that one. */
const NEARLY_ALL = 6;

/** Of a list that ends in 等: more than stated cannot be; all but one of many are doubted. */
function openCheck(counted: Counted, listing: Listing, items: readonly Range[]): CountCheck {
  const named = listing.items.length;
  const isCertain = listing.plain && listing.least === listing.most;
  return {
    ...base(counted, items),
    counted: named,
    status: listing.plain && listing.least > counted.value ? 'fail' : 'unclear',
    reason: '列举以“等”收尾，没有列全',
    ...(isCertain && named >= NEARLY_ALL && named + 1 === counted.value ? { nearly: true as const } : {}),
  };
}

/** A comma may cut a list; what a semicolon cuts is one only where there are lists on both sides. */
const isOneList = (text: string, start: number): boolean =>
  text.charAt(start - 1) !== '；' || text.slice(sentenceStart(text, start), start).includes('、');

const within = (listing: Listing, value: number): boolean => value >= listing.least && value <= listing.most;

function boundaryBefore(text: string, end: number): number {
  let depth = 0;
  for (let index = end - 1; index >= 0; index--) {
    const char = text.charAt(index);
    if ('）)》”」'.includes(char)) depth++;
    else if ('（(《“「'.includes(char)) {
      if (depth === 0) return index + 1;
      depth--;
    } else if (depth === 0 && BOUNDARY.test(char)) return index + 1;
  }
  return 0;
}

const sentenceStart = (text: string, end: number): number =>
  Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, end - 1))) + 1;

/** Parts of the sentence up to `end`, by semicolons: the upper level of a list of lists. */
const semicolons = (text: string, end: number): number =>
  text.slice(sentenceStart(text, end), end).split('；').length;

/** A first item that drags half a sentence along may hide a further item. */
const firstIsPlain = (text: string, start: number): boolean => text.slice(start).search('、') <= 40;

/** Without 共 the last item must be a name like the others, not the rest of a sentence. */
function lastIsName(text: string, { items }: Listing): boolean {
  const last = items.at(-1);
  const others = items.slice(1, -1).map((item) => item.to - item.from);
  if (!last || others.length === 0) return false;
  const word = text.slice(last.from, last.to);
  return word.length <= Math.max(...others) + 2 && !VERB_END.test(word);
}

function isPlaceList(text: string, { items }: Listing, counted: Counted): boolean {
  const places = items.filter((item) => PLACES.test(text.slice(item.from, item.to))).length;
  const noun = text.slice(counted.to, counted.to + 6);
  return places * 2 >= items.length && !/^(?:省|市|城市|地区|区域|试点|地|直辖市|自治区)/.test(noun);
}

const AFTER =
  /^(?<noun>[^，。；：、！？（）()\n]{0,14})(?:[：:](?:分别(?:为|是)|包括)?|[，,]?(?:分别(?:为|是|位于|设在|设于|来自|分布在)|(?:主要)?包括|即|依次为)[：:]?|(?<bracket>[（(])(?:分别(?:为|是)|包括|即)?)/;

/** 11项材料中可以核验的（…）, 11项材料中可以核验的4项（…）: what is listed are some of them. */
const SOME_OF = /[中里内].{1,12}的$|\d\p{Script=Han}{1,2}$/u;

/** 4家（本条所称“甲类”“乙类”仅指…）, 4家（含甲、乙）: brackets that say what is meant, or that some are among them. */
const NOTE =
  /^(?:本[条表节款项]|本报告|此处|这里|所称|注[：:]|说明|口径|下同|均[为系]|按|不[含计包]|含(?!有))|[仅系是均]指|所称|简称|定义为/;

/** `三家机构：A、B、C`, `两类（A、B）`: the list right behind the count. */
export function listAfter(counted: Counted): CountCheck | null {
  const { block, to, value } = counted;
  const { text } = block.prose;
  const match = AFTER.exec(text.slice(to, to + 40));
  if (!match || SOME_OF.test(match.groups?.['noun'] ?? '')) return null;
  const start = to + match[0].length;
  const sentence = match.groups?.bracket ? closing(text, start) : clauseEnd(text, start);
  // 依次为甲、乙和丙，占比分别为…: what follows says more of them.
  const comma = text.slice(start, sentence).search(/，(?:[\p{Script=Han}]{1,10}分别|合计|共计|占)/u);
  const end = comma < 0 ? sentence : start + comma;
  if (end <= start || /^(?:一是|第一|首先|[（(]?[1一])/.test(text.slice(start))) return null;
  const body = text.slice(start, end);
  if (match.groups?.bracket && NOTE.test(body)) return null;
  const listing = readListing(text, start, end);
  if (listing.items.length < 2) return null;
  // 4家：甲公司、乙公司、合作银行2家: an item that stands for several.
  if (listing.items.some((item) => OWN_COUNT.test(text.slice(item.from, item.to)))) return null;
  const items = ranges(counted, listing.items);
  const alternatives = [body.split('；').length, body.split('，').length, listing.items.length];
  if (within(listing, value) || alternatives.includes(value))
    return { ...base(counted, items), counted: value, status: 'pass' };
  if (listing.open) return openCheck(counted, listing, items);
  const [first] = listing.items;
  const plainFirst = first !== undefined && (first.to - first.from <= 16 || isTitle(text, first));
  return listing.plain && plainFirst
    ? { ...base(counted, items), counted: listing.items.length, status: 'fail' }
    : null;
}

function clauseEnd(text: string, start: number): number {
  const at = text.slice(start).search(/[。！？\n]/);
  return at < 0 ? text.length : start + at;
}

function closing(text: string, start: number): number {
  const at = text.slice(start).search(/[）)]/);
  return at < 0 ? start : start + at;
}

const base = (counted: Counted, items: readonly Range[]) => ({
  kind: 'list' as const,
  counted: 0,
  stated: counted,
  items,
});

const ranges = ({ block }: Counted, items: readonly Item[]): readonly Range[] =>
  items.map((item) => sourceRange(block.prose, item.from, item.to));
