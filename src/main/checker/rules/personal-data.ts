import type { Prose } from '../../../shared/model/document';
import type { Fix, Severity } from '../../../shared/model/finding';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { masksNumbers, type PersonalData, personalData } from '../text/personal-data';

type MessageId = PersonalData['kind'];

/** A whole number, and how much of its head and tail a mask leaves. */
const MASKS: Readonly<Record<MessageId, readonly [number, number]>> = {
  'id-card': [6, 4],
  'bank-card': [4, 4],
  mobile: [3, 4],
  email: [1, 0],
};
/** 投诉邮箱：… is an office's, not a person's. */
const OFFICE = /(?:电话|热线|邮箱|邮件|传真|联系方式|网址|联系人)[^，。；\n]{0,12}$/;

/** 陈某（联系电话：…: whose name is withheld is no contact; a name given in part asks for a second look. */
const WITHHELD = /某某?(?:某)?[^。；\n]{0,14}$/;
const IN_PART = /(?:先生|女士|同志|经理)[^。\n]{0,14}$/;

/** ID card numbers, bank cards, mobile numbers and e-mail addresses in full. */
export const personalDataRule = defineRule<MessageId>({
  code: 'C501',
  name: 'personal-data',
  severity: 'error',
  looks: 'near',
  messages: {
    'id-card': '出现完整的身份证号“{shown}”，应脱敏或删除',
    'bank-card': '出现完整的银行卡号“{shown}”，应脱敏或删除',
    mobile: '出现完整的手机号“{shown}”，应脱敏或删除',
    email: '出现个人邮箱“{shown}”，应脱敏或删除',
  },
  check: ({ document }) => problemsIn(document, masksNumbers(document.text)),
});

const problemsIn = proseSearch<MessageId, boolean>([['digit'], ['at']], inProse);

function inProse(prose: Prose, areMasked: boolean): Problem<MessageId>[] {
  return personalData(prose.text).map(({ kind, start, end }) => {
    const raw = prose.text.slice(start, end);
    const range = sourceRange(prose, start, end);
    const text = masked(kind, raw);
    const mask = { title: `脱敏为“${text}”`, edits: [{ range, text }] };
    const severity = severityOf(kind, prose.text.slice(0, start), areMasked);
    return {
      message: kind,
      // The finding must not spread what it warns of: logs and evidence show the masked form.
      data: { shown: text },
      range,
      severity,
      // What a report makes unreadable elsewhere it means to keep.
      fixes: areMasked ? [mask, ...removals(prose, start, end)] : [...removals(prose, start, end), mask],
    };
  });
}

/** Within brackets: what the number is called and the number; a telephone may be meant to stand there, but for a person's. */
const NOTE =
  /（(?:[\u4e00-\u9fff]{2,4}[，、；\s](?:(?:联系)?(?:手机|电话)(?:号码?)?|(?:电子)?邮箱)|(?:[\u4e00-\u9fff]{2,4}[，、；\s])?(?:(?:公民|居民)?身份(?:证件?)?(?:号码?)?|证件号码?|(?:银行)?卡号))[：:为]?\s?$/;

/** 陶某某（公民身份号码…）: the brackets hold nothing else that a reader needs. */
function removals(prose: Prose, start: number, end: number): Fix[] {
  const note = NOTE.exec(prose.text.slice(0, start));
  if (!note || prose.text.charAt(end) !== '）') return [];
  const range = sourceRange(prose, note.index, end + 1);
  return [{ title: '删去这个括号', edits: [{ range, text: '' }] }];
}

/** The number of an office is none of anybody's; of a contact's it is asked whether it is meant to stand there. */
function severityOf(kind: MessageId, before: string, areMasked: boolean): Severity {
  const isContact = (kind === 'email' || kind === 'mobile') && OFFICE.test(before);
  if (!isContact || WITHHELD.test(before)) return 'error';
  return kind === 'mobile' && (areMasked || IN_PART.test(before)) ? 'doubt' : 'notice';
}

function masked(kind: MessageId, raw: string): string {
  const [head, tail] = MASKS[kind];
  if (kind === 'email') return `${raw.slice(0, head)}***${raw.slice(raw.indexOf('@'))}`;
  return raw.slice(0, head) + '*'.repeat(raw.length - head - tail) + raw.slice(raw.length - tail);
}
