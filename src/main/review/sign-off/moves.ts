import type { CaseState, Stage, StageAction } from '../../../shared/model/sign-off';

export interface Move {
  readonly action: StageAction;
  readonly from: CaseState;
  readonly to: CaseState;
}

/** The state in which a stage has been signed in full. */
export const SIGNED: Readonly<Record<Stage, CaseState>> = {
  compliance: 'compliance-signed',
  legal: 'legal-signed',
};

/** Names a way through the stages: `compliance,legal`, `compliance`, `legal`, `none`. The database knows each by this name. */
export const routeName = (stages: readonly Stage[]): string =>
  stages.length === 0 ? 'none' : stages.join(',');

/**
 * Every move there is on a way through these stages; what is not listed is impossible, here and in the database
 * (table `stage_move`). A sign-off of some sections only, or a drop of them, stays where it is.
 */
export function movesOf(stages: readonly Stage[]): readonly Move[] {
  const steps: readonly CaseState[] = ['review', ...stages.map((stage) => SIGNED[stage])];
  const last = steps.at(-1) ?? 'review';
  return [
    { action: 'submit', from: 'draft', to: 'review' },
    ...steps.slice(1).flatMap((to, at): Move[] => {
      const from = steps[at] ?? 'review';
      return [
        { action: 'sign', from, to },
        { action: 'sign', from, to: from },
        { action: 'withdraw', from: to, to: from },
        { action: 'withdraw', from, to: from },
      ];
    }),
    { action: 'withdraw', from: 'review', to: 'draft' },
    ...steps.map((from): Move => ({ action: 'return', from, to: 'draft' })),
    // Another policy may have brought another way: it takes a report up wherever that one left it.
    ...(['review', 'compliance-signed', 'legal-signed'] as const).map(
      (from): Move => ({ action: 'drop', from, to: 'review' }),
    ),
    { action: 'release', from: last, to: 'released' },
    { action: 'reopen', from: 'released', to: 'draft' },
  ];
}

/** True when the way through these stages has this move. */
export const isMove = (stages: readonly Stage[], { action, from, to }: Move): boolean =>
  movesOf(stages).some((move) => move.action === action && move.from === from && move.to === to);

/** The state that follows from which stages are signed in full: up to the first that is not. */
export function stateOf(stages: readonly Stage[], isSigned: (stage: Stage) => boolean): CaseState {
  const open = stages.findIndex((stage) => !isSigned(stage));
  const done = open < 0 ? stages : stages.slice(0, open);
  const last = done.at(-1);
  return last === undefined ? 'review' : SIGNED[last];
}

/** The stage that a report in this state waits for, or null: not handed in, all signed, released. */
export function waitingFor(stages: readonly Stage[], state: CaseState): Stage | null {
  if (state === 'draft' || state === 'released') return null;
  const steps: readonly CaseState[] = ['review', ...stages.map((stage) => SIGNED[stage])];
  return stages[steps.indexOf(state)] ?? null;
}
