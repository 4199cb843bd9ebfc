import { basisPeriod } from '../basis-period';
import { isRateUnit } from './changes';
import { completed, levelOf } from './levels';
import { isName, scopeText } from './phrases';
import {
  hasTopic,
  inSentence,
  levelsBefore,
  push,
  type Reading,
  type State,
  setTopic,
  stated,
} from './reading-state';
import { scopeIn } from './scopes';
import type { Spot } from './spots';
import { BASIS } from './words';

const OF_WHICH = '其中';

/** The figure that 其中 takes a part of: the last one before it. */
function wholeOf(state: State, spot: Spot): Reading | null {
  const at = state.text.lastIndexOf(OF_WHICH, spot.from);
  if (at < spot.sentence || at < 0) return null;
  const isFirst = state.text.slice(spot.sentence, at).trim() === '';
  const readings = isFirst ? state.readings.slice(0, state.sentenceFrom).slice(-6) : inSentence(state);
  const before = readings.filter((one) => one.isLevel && one.spot.to <= at);
  return before.findLast((one) => one.spot.quantity.unit === spot.quantity.unit) ?? before.at(-1) ?? null;
}

const COMPARED = new RegExp(`(?:${BASIS})(?:的|为)?(?:约|近|超过?)?$`, 'u');

/** 较上年同期的1,567件: the earlier figure that the one before is compared with. */
function readCompared(state: State, spot: Spot): boolean {
  const basis = COMPARED.exec(spot.head);
  if (isRateUnit(spot.quantity.unit) && !/[的为]/.test(basis?.[0].slice(-2) ?? '')) return false;
  const base = basis && levelsBefore(state).findLast((one) => one.spot.quantity.unit === spot.quantity.unit);
  if (!base) return false;
  const { concept, scope, isOwnScope } = base;
  state.basis = basis[0].replace(/(?:的|为)?(?:约|近|超过?)?$/, '');
  const period = basisPeriod(state.basis, base.period || state.input.report.value);
  push(state, { spot, concept, scope, isOwnScope, period, isLevel: false, isPast: true, comparison: null });
  return true;
}

export function readLevel(state: State, spot: Spot): void {
  const { unit } = spot.quantity;
  if (readCompared(state, spot)) return;
  const earlier = state.readings.at(-1);
  const rise = earlier && earlier.spot.sentence === spot.sentence ? riseOf(spot, earlier) : null;
  const level = levelOf(spot);
  const whole = wholeOf(state, spot);
  const isPart =
    whole !== null &&
    whole.spot.quantity.unit === unit &&
    level.isThing &&
    whole.concept.includes(level.verb ?? '');
  const previous = levelsBefore(state).at(-1);
  const near = level.concept === '' && previous?.spot.quantity.unit !== unit ? levelNear(state, unit) : null;
  const before = near ?? previous ?? null;
  const concept =
    rise?.concept ??
    (isPart
      ? whole.concept
      : completed(
          level.concept,
          unit,
          before && { concept: before.concept, unit: before.spot.quantity.unit },
        ));
  const own = isPart ? scopeText(level.concept.slice(level.verb?.length ?? 0)) : level.scope;
  const parentScope = whole?.isOwnScope && whole.scope !== own ? whole.scope : '';
  // …场景流动业务交易笔数, 流动业务交易金额: the second goes without what both share.
  const goesOn =
    own === '' && whole !== null && previous && previous !== whole && previous.spot.from > whole.spot.from;
  const told =
    previous && ((own !== '' && previous.scope.endsWith(own)) || goesOn)
      ? previous.scope
      : [parentScope, own].filter(Boolean).join(' ');
  const leans = !level.isThing && !level.isCounted;
  const around = told || scopeIn(state, '', leans);
  // 研发投入 is not a figure of 研发.
  const scope = rise?.scope ?? (concept.startsWith(around) ? state.input.section.scope : around);
  if (own !== '' && !isPart) setTopic(state, own, false);
  else if (level.isThing && !isPart && !hasTopic(state) && isName(level.concept))
    setTopic(state, level.concept, true);
  // 由0.35‰降至…: of an earlier time that is not told.
  const isUntold = /[由从]$/.test(spot.head.trimEnd());
  const period = isUntold ? '' : state.flow.periodAt(spot.from);
  push(state, {
    spot,
    concept,
    scope,
    isOwnScope: rise?.isOwnScope ?? (told !== '' || scope === state.topic),
    period,
    isLevel: true,
    comparison: stated(state, spot, period),
  });
}

/** 去年12月为110件: the sentence before said of what. */
function levelNear({ readings }: State, unit: string): Reading | null {
  const near = readings.slice(-4).filter(({ isLevel }) => isLevel);
  return near.findLast(({ spot }) => spot.quantity.unit === unit) ?? null;
}

const RISE = /^(?:的)?[^，。；、]{1,10}(?:至|到|为)(?:了)?(?:目前|现在)?的?(?:约|近|超过?|逾)?$/;

/** 从9个拓展到29个: the second figure is the first one's later self. */
function riseOf(spot: Spot, earlier: Reading): Reading | null {
  if (spot.quantity.unit !== earlier.spot.quantity.unit && earlier.spot.quantity.unit !== '') return null;
  const isFrom = /[由从](?:[^，。；]{0,14})?$/.test(earlier.spot.head.trimEnd());
  return isFrom && RISE.test(spot.gap.trim()) ? earlier : null;
}
