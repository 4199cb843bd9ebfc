import type { ProseBlock } from '../../../shared/model/document';
import type { Comparison, Quantity } from '../../../shared/model/quantity';
import { basisPeriod } from '../basis-period';
import type { PeriodFlow } from '../period-flow';
import type { ReportPeriod } from '../report-period';
import type { Section } from '../sections';
import { statedChange } from './changes';
import type { Spot } from './spots';

export interface ProseInput {
  readonly block: ProseBlock;
  readonly quantities: readonly Quantity[];
  /** The block's claims. */
  readonly indices: readonly number[];
  readonly section: Section;
  readonly report: ReportPeriod;
}

/** A fact that is being read, and how far others may lean on it. */
export interface Reading {
  readonly spot: Spot;
  readonly concept: string;
  readonly scope: string;
  /** The scope stands in the sentence itself, not in a heading. */
  readonly isOwnScope: boolean;
  readonly period: string;
  /** A figure that others are measured against; false for rates of change. */
  readonly isLevel: boolean;
  /** Of the period compared with: 较上年同期的1,567件. */
  readonly isPast?: boolean;
  comparison: Comparison | null;
}

export interface State {
  readonly text: string;
  readonly input: ProseInput;
  readonly flow: PeriodFlow;
  readonly spots: readonly Spot[];
  readonly readings: Reading[];
  /** First reading of the sentence. */
  sentenceFrom: number;
  sentence: number;
  /** What the sentence is about, told by a figure before. */
  topic: string;
  /** The topic is a thing that was counted: measures may be its own (特约商户48万户，日均交易笔数…), other things are not. */
  isThing: boolean;
  basis: string;
  /** Where items such as 一是 begin; read when first asked for. */
  items?: readonly { readonly at: number; readonly from: number }[];
}

export const inSentence = (state: State): readonly Reading[] => state.readings.slice(state.sentenceFrom);
export const levelsBefore = (state: State): readonly Reading[] =>
  inSentence(state).filter(({ isLevel }) => isLevel);

export function setTopic(state: State, topic: string, isThing: boolean): void {
  state.topic = topic;
  state.isThing = isThing;
}

/** A sentence that names no subject. */
export const NO_SUBJECT = '\0';

export const hasTopic = ({ topic }: State): boolean => topic !== '' && topic !== NO_SUBJECT;

/** A change that is stated without a figure. */
export function stated(state: State, spot: Spot, period: string): Comparison | null {
  const change = statedChange(state.text.slice(spot.to, spot.to + 40));
  if (!change) return null;
  return {
    ...change,
    rate: '',
    form: 'none',
    quantity: null,
    basePeriod: basisPeriod(change.basis, period || state.input.report.value),
  };
}

export function push(state: State, reading: Reading): void {
  state.readings.push(reading);
}
