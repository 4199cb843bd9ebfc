import type { ProseBlock } from '../../../../../shared/model/document';
import type { Tie } from '../../../../../shared/model/tie';
import type { TieInput } from '../../input';
import { type Claim, doubtIn, isEndOfRange, type Paragraph } from '../../prose/claims';
import { type Cue, cueBefore } from '../../prose/derived/cues';
import type { RowIndex, RowMention } from '../row-index';
import { changeReadings } from './changes';
import { meanReadings, perHeadReadings } from './means';
import { multipleReadings } from './multiples';
import { pointReadings } from './points';
import { shareReadings } from './shares';
import { StatedFigures } from './stated-cells';
import { subjectOf } from './subject';
import { type RowReading, verdict } from './verdict';

/** Words and units that tell of a derived figure: a block without them needs no look. */
const DERIVED = /\d(?:[%％倍]|个百分点)|均|[较比][^。]{0,12}(?:增|减|升|降|提高)/;

/**
 * Figures of sentences that follow from figures of a table, which the sentence states as well or whose row it names: 8月…3,918.62万元，
 * 较7月下降8.58% beside a table of months. One that a reading bears out is confirmed; one that would be borne out but for a
 * slip is told.
 */
export class DerivedFromRows {
  private readonly stated: StatedFigures;
  private readonly input: TieInput;
  private readonly index: RowIndex;

  constructor(input: TieInput, index: RowIndex) {
    this.input = input;
    this.index = index;
    this.stated = new StatedFigures(input);
  }

  mayBeIn = ({ prose }: ProseBlock): boolean => DERIVED.test(prose.text);

  tiesIn(
    block: ProseBlock,
    claims: readonly Claim[],
    mentions: readonly RowMention[],
    told: ReadonlySet<number>,
  ): readonly Tie[] {
    const paragraph = { text: block.prose.text, claims };
    return claims.flatMap((claim, at): readonly Tie[] => {
      if (told.has(claim.fact.quantity)) return [];
      const readings = this.readings(paragraph, at, claim, mentions);
      if (readings.length === 0 || !isFirm(paragraph, claim)) return [];
      const tie = verdict(readings, claim.quantity, this.stated);
      return tie ? [tie] : [];
    });
  }

  private readings(
    paragraph: Paragraph,
    at: number,
    claim: Claim,
    mentions: readonly RowMention[],
  ): readonly RowReading[] {
    const { input, index, stated } = this;
    const { unit } = claim.quantity;
    const cue = unit === '倍' ? null : cueBefore(paragraph.text, claim.spot.from, unit);
    if (unit === '个百分点' || (unit === '%' && cue === null))
      return pointReadings(input, index, paragraph, at, mentions, stated);
    if (cue?.kind === 'average')
      return [
        ...meanReadings(input, index, paragraph, at),
        ...perHeadReadings(input, index, paragraph, at, mentions),
      ];
    if (unit !== '倍' && !isRead(cue)) return [];
    const subject = subjectOf(paragraph, at, mentions, stated);
    if (!subject) return [];
    if (cue === null) return multipleReadings(input, index, paragraph, mentions, claim, subject);
    if (cue.kind === 'share') return shareReadings({ input, index, paragraph, mentions, claim, subject });
    return changeReadings(input, index, claim, cue, subject);
  }
}

const isRead = (cue: Cue | null): boolean =>
  cue?.kind === 'share' || cue?.kind === 'rate' || cue?.kind === 'difference';

function isFirm({ text }: Paragraph, claim: Claim): boolean {
  return (
    claim.quantity.approximator === null &&
    !isEndOfRange(text, claim) &&
    doubtIn(text, claim.spot.from, claim.spot.to) === ''
  );
}
