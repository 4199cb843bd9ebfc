import { remembered } from '../../../shared/memo';
import type { Block, Paragraph, ParagraphRole, ReportDocument } from '../../../shared/model/document';
import type { DocumentPart, DocumentType, Policy } from '../../../shared/model/policy';
import { ALONE, blockwise } from '../../document/blockwise';
import { annexes } from '../../document/labels';
import { defineRule, type Problem } from '../rule';

type MessageId = DocumentPart;

/** 特此报告。 and its like; 以上报告，请审阅。 */
const CLOSING =
  /^(?:特此|专此|此致|谨此|现予|以上(?:报告|情况|意见|请示|汇报))[^，。]{0,12}(?:[，,][^，。]{0,12})?[。.！]?$|(?:特此|专此)(?:报告|函告|函复|汇报|报请|上报|报备|说明|申请|请示|通知|公告|通告|通报|声明|复函)[。.]?$/;
/** A document is filed by letter when it has at least so many of its outer parts. */
const LETTER = 2;

/** Addressee, closing formula, signatory, date, and the list of annexes, where a document is filed by letter. */
export const partsPresent = defineRule<MessageId>({
  code: 'S407',
  name: 'parts-present',
  severity: 'doubt',
  looks: 'near',
  messages: {
    addressee: '没有主送机关（标题之下顶格，后加冒号）',
    closing: '正文末尾没有“特此报告”一类结语',
    signatory: '成文日期之上没有发文单位署名',
    date: '署名之下没有成文日期',
    'annex-list': '有附件，但正文之后没有“附件：1.……”的附件说明',
  },
  applies: ({ document, policy }) => requiredParts(document, policy).length > 0,
  check({ document, policy }) {
    const required = requiredParts(document, policy);
    if (required.length === 0) return [];
    const parts = partsOf(document);
    const isDraft = OPEN_DAY.test(document.text);
    const end = parts.signatory ?? parts.date ?? lastBody(document);
    const missing: readonly (readonly [DocumentPart, Block | null])[] = [
      [
        'addressee',
        parts.addressee || isHeadedByAuthor(document, parts) ? null : (document.blocks[0] ?? null),
      ],
      ['closing', parts.closing ? null : end],
      ['signatory', parts.signatory || isDraft ? null : (parts.date ?? end)],
      ['date', parts.date || isDraft ? null : (parts.signatory ?? end)],
      ['annex-list', parts['annex-list'] ? null : parts.annex],
    ];
    return missing.flatMap(([message, at]): Problem<MessageId>[] =>
      at && required.includes(message)
        ? [
            {
              message,
              ...(isCustom(message, document) ? { severity: 'notice' as const } : {}),
              range: at.range,
            },
          ]
        : [],
    );
  },
});

/** 2025年7月　日: the day is filled in when it is signed. */
const OPEN_DAY = /\n\s*[*_]*(?:19|20)\d{2}年\d{1,2}月[\s_＿]{1,6}日[*_]*\s*(?:\n|$)/;

/**
 * A closing formula is custom, not a demand of GB/T 9704: a notice. So is the list of annexes where the text says 见附件1, or
 * where the annex stands before the signature, as a section of the text.
 */
function isCustom(part: DocumentPart, document: ReportDocument): boolean {
  if (part !== 'annex-list') return part === 'closing';
  const { annex, date, signatory } = partsOf(document);
  if (!annex) return false;
  const end = signatory ?? date;
  return (
    (end !== null && annex.index < end.index) || document.text.lastIndexOf('附件', annex.range.start - 1) >= 0
  );
}

/** What the policy requires of a document of this title; nothing where it is not sent at all. */
function requiredParts(document: ReportDocument, { documents }: Policy): readonly DocumentPart[] {
  const type = documents.find((one) => fits(one, document.title));
  return type && (type.always || isLetter(partsOf(document))) ? type.parts : [];
}

const fits = ({ titles }: DocumentType, title: string): boolean =>
  titles.length === 0 || titles.some((ending) => title.endsWith(ending));

interface Parts {
  readonly addressee: Block | null;
  readonly closing: Block | null;
  readonly signatory: Paragraph | null;
  readonly date: Paragraph | null;
  readonly 'annex-list': Paragraph | null;
  readonly annex: Block | null;
}

/** Indices of the paragraphs that a report may close with. */
const closings = blockwise(
  (block) =>
    block.kind === 'paragraph' && block.role === 'body' && CLOSING.test(block.prose.text.trim())
      ? [block.index]
      : [],
  (index, by) => index + by.blocks,
  ALONE,
);

const partsOf = remembered((document: ReportDocument): Parts => {
  const { blocks } = document;
  const withRole = (role: ParagraphRole): Paragraph | null =>
    blocks.find((block): block is Paragraph => block.kind === 'paragraph' && block.role === role) ?? null;
  // A table at the end needs no list of annexes (GB/T 9704-2012 §7.3.4 speaks of 附件).
  const annex = annexes(document).find(({ label }) => label.noun === '附件');
  const date = withRole('date');
  return {
    addressee: withRole('addressee') ?? sentTo(blocks),
    closing: blocks[closings(document, undefined)[0] ?? -1] ?? null,
    // 青岚支付有限公司  2026年6月26日 on one line is both.
    signatory: withRole('signatory') ?? (date && /\S\s+\d{4}年/.test(date.prose.text) ? date : null),
    date,
    'annex-list': withRole('annex-list'),
    annex: (annex && blocks[annex.index]) ?? null,
  };
});

/** 接收单位：… or 致：… among the fields between the title and the text, in place of the line that ends with a colon. */
const SENT_TO =
  /^(?:主送|接收|收文|受文|呈报|呈送|致送|报告|受理)(?:单位|机关|机构|部门|对象|方)\s*[：:]\s*\S|^(?:致|主送)\s*[：:]\s*\S/m;
const FIELDS = 10;

function sentTo(blocks: readonly Block[]): Block | null {
  const first = blocks.findIndex(({ kind }, at) => at > 0 && kind === 'heading');
  return (
    blocks
      .slice(0, Math.min(first < 0 ? FIELDS : first, FIELDS))
      .find((block) =>
        block.kind === 'table'
          ? [block.header, ...block.rows].some(({ cells }) =>
              SENT_TO.test(cells.map(({ prose }) => prose.text.trim()).join('：')),
            )
          : 'prose' in block && SENT_TO.test(block.prose.text),
      ) ?? null
  );
}

/** The signatory stands below the title: a report that is laid before readers, not sent to one. */
const isHeadedByAuthor = ({ blocks }: ReportDocument, { signatory }: Parts): boolean =>
  signatory !== null &&
  blocks
    .slice(0, 4)
    .some(
      (block) =>
        block.kind === 'paragraph' &&
        block !== signatory &&
        block.prose.text.trim() === signatory.prose.text.trim(),
    );

/** The title alone says nothing: 统计公报 and 年度报告 are published, not sent. */
const isLetter = ({ addressee, closing, signatory, date }: Parts): boolean =>
  [addressee, closing, signatory, date].filter((part) => part !== null).length >= LETTER &&
  (addressee !== null || closing !== null);

function lastBody(document: ReportDocument): Block | null {
  const end = annexes(document)[0]?.index ?? document.blocks.length;
  return (
    document.blocks.slice(0, end).findLast((block) => block.kind === 'paragraph' && block.role === 'body') ??
    null
  );
}
