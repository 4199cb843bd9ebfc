import type { Fact } from '../../../shared/model/quantity';
import { periodFlow, periodNamed } from '../period-flow';
import { changeOf, multipleOf, shareOf } from './changes';
import { type ListMeaning, listMeanings, runLength } from './lists';
import { isChange, readChanges } from './read-changes';
import { readLevel } from './read-levels';
import { readShares } from './read-shares';
import { levelsBefore, type ProseInput, push, type State, setTopic, stated } from './reading-state';
import { scopeIn } from './scopes';
import { type Spot, spotsOf } from './spots';

/** What each claim of a stretch of prose means. */
export function proseFacts(input: ProseInput): readonly Fact[] {
  const { block, quantities, indices, section, report } = input;
  const spots = spotsOf(block, quantities, indices);
  const places = spots.map(({ from }) => from);
  const state: State = {
    text: block.prose.text,
    input,
    flow: periodFlow(block.prose.text, places, report, section.period),
    spots,
    readings: [],
    sentenceFrom: 0,
    sentence: -1,
    topic: '',
    isThing: false,
    basis: '',
  };
  let at = 0;
  while (at < spots.length) at += readAt(state, at);
  return state.readings.map(({ spot, concept, scope, period, comparison }) => ({
    quantity: spot.index,
    concept,
    scope,
    period,
    comparison,
  }));
}

/** Reads the claim at `at`, or the list that begins there; how many claims were read. */
function readAt(state: State, at: number): number {
  const spot = state.spots[at];
  if (!spot) return 1;
  enterSentence(state, spot, at);
  const size = /分别|均为|各为/.test(spot.head) ? runLength(state.spots, at) : 1;
  const change = changeOf(spot.head, spot.quantity.unit);
  if (change && isChange(state, spot, change)) return readChanges(state, at, change, size);
  const share = shareOf(spot.head, spot.quantity.unit) ?? multipleOf(spot.head, spot.quantity.unit);
  if (share) return readShares(state, at, share, size);
  const flow = state.flow.periodAt(spot.from);
  const named = (text: string): string => periodNamed(text, state.input.report, flow);
  const items = size > 1 ? listMeanings(spot.head, size, named) : null;
  if (items) {
    readList(state, at, items);
    return size;
  }
  readLevel(state, spot);
  return 1;
}

function enterSentence(state: State, spot: Spot, at: number): void {
  if (spot.sentence === state.sentence) return;
  state.sentence = spot.sentence;
  state.sentenceFrom = at;
  setTopic(state, '', false);
  state.basis = '';
}

function readList(state: State, at: number, items: readonly ListMeaning[]): void {
  const parent = levelsBefore(state).at(-1);
  items.forEach((item, nth) => {
    const spot = state.spots[at + nth];
    if (!spot) return;
    const period = item.period || state.flow.periodAt(spot.from);
    push(state, {
      spot,
      concept: item.concept || parent?.concept || item.scope,
      scope: scopeIn(state, item.concept || parent?.concept ? item.scope : ''),
      isOwnScope: item.scope !== '',
      period,
      isLevel: true,
      comparison: stated(state, spot, period),
    });
  });
}
