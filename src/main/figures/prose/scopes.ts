import { allMatches } from '../../../shared/matches';
import { isName, scopeText, sentenceSubject } from './phrases';
import { NO_SUBJECT, type State } from './reading-state';

/** The scope that a figure without one takes: what the sentence is about, the 一是 item, the section. */
export function scopeIn(state: State, own: string, leans = true): string {
  if (own !== '') return own;
  if (state.isThing && !leans) return itemHead(state) || state.input.section.scope;
  if (state.topic === '') {
    const { sentence, text, input } = state;
    // A caption names no subject.
    const isSentence = input.block.kind === 'paragraph' || input.block.kind === 'list-item';
    const subject = isSentence ? sentenceSubject(text.slice(sentence, sentence + SUBJECT_REACH)) : '';
    state.topic = subject || NO_SUBJECT;
  }
  return state.topic === NO_SUBJECT ? itemHead(state) || state.input.section.scope : state.topic;
}

const SUBJECT_REACH = 80;
const ITEM =
  /(?:^|[。；：])(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十]+，)/g;
const LONGEST_HEAD = 32;

/** What a run-in item is about, when its first sentence says no more: 三是开展跨境合作。目前，…. */
function itemHead(state: State): string {
  state.items ??= allMatches(state.text, ITEM).map((match) => ({
    at: match.index,
    from: match.index + match[0].length,
  }));
  const item = state.items.findLast(({ at }) => at < state.sentence);
  if (!item) return '';
  const end = state.text.indexOf('。', item.from);
  const isBefore = end >= 0 && end < state.sentence && end - item.from <= LONGEST_HEAD;
  const head = isBefore ? scopeText(state.text.slice(item.from, end)) : '';
  return isName(head) ? head : '';
}
