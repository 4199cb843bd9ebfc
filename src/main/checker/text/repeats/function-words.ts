import { allMatches } from '../../../../shared/matches';
import type { Doubled } from './doubled';

/**
 * Function words that no sentence doubles, with the characters before and behind that make one of the two a part of a word:
 * 合并|并, 并|并购; 普及|及, 及|及时. What may stand twice by itself (仅仅, 每每, 对对公账户) is not here.
 */
const BETWEEN: readonly (readonly [one: string, before: string, behind: string])[] = [
  ['并', '合归兼吞吸', '购网行表联入存列发轨案肩重排'],
  ['及', '以涉普波危提顾触遍殃谈论累企惠', '时其格早至'],
  ['或', '抑', '许有者缺多是'],
  ['由', '理事自缘经来', '于来此'],
  ['均', '日月年季周人户笔件平卡单场店次', '匀衡等值摊数线'],
  ['从', '服自遵听跟顺盲主随', '业事严属而重轻来此众中'],
  ['被', '棉', '告害动列执保投授担监盗骗冒处'],
  ['向', '方去流导意定投走转趋倾双单纵横反正面志一朝', '上下前来导'],
  ['其', '尤与极何', '他它中余次实间后'],
  ['因', '原起成诱基病主', '此素而为故果'],
  ['以', '可予加足得难给所用据何', '上下内外前后来及便期免致至往色'],
  ['于', '', '是今'],
  ['至', '截甚以乃直及自', '少今多于'],
  ['应', '相对供反适响顺效回报呼感', '用收付急当对答届税诉'],
  ['未', '', '来成经遂必免婚'],
  ['尚', '高时风和', ''],
  ['仍', '', ''],
  ['又', '', ''],
  ['该', '应', ''],
  ['各', '', '自'],
  ['按', '', '照期时月日季年揭需比钮规劳旬周'],
];

const PATTERN = new RegExp(
  BETWEEN.map(
    ([one, before, behind]) =>
      `${before === '' ? '' : `(?<![${before}])`}${one}${one}(?!${one}${behind === '' ? '' : `|[${behind}]`})`,
  ).join('|'),
  'g',
);

/** Function words written twice: 查明并并处理, 由由总部. */
export const doubledFunctionWords = (text: string): readonly Doubled[] =>
  allMatches(text, PATTERN).map(({ 0: raw, index }) => ({
    kind: 'twice',
    range: { start: index + 1, end: index + 2 },
    text: raw,
    certain: false,
  }));
