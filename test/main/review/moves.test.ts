import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/db/open';
import { isMove, movesOf, routeName, stateOf, waitingFor } from '../../../src/main/review/sign-off/moves';
import { caseStates, type Stage, stageActions } from '../../../src/shared/model/sign-off';

const ROUTES: readonly (readonly Stage[])[] = [['compliance', 'legal'], ['compliance'], ['legal'], []];

describe('the moves', () => {
  it('are the same in the code and in the database', () => {
    const connection = openDatabase(':memory:');
    const stored = connection
      .prepare(
        `SELECT route || ' ' || action || ' ' || from_state || ' ' || to_state FROM stage_move ORDER BY 1`,
      )
      .pluck()
      .all();
    const coded = ROUTES.flatMap((stages) =>
      movesOf(stages).map(({ action, from, to }) => `${routeName(stages)} ${action} ${from} ${to}`),
    );
    expect(stored).toEqual([...new Set(coded)].sort());
    for (const change of [
      "INSERT INTO stage_move VALUES ('none', 'sign', 'draft', 'released')",
      'DELETE FROM stage_move',
    ]) {
      expect(() => connection.exec(change)).toThrow(/moves are fixed/);
    }
    connection.close();
  });

  it('lead to a release only through every stage of the way', () => {
    for (const stages of ROUTES) {
      const into = caseStates.filter((from) => isMove(stages, { action: 'release', from, to: 'released' }));
      expect(into).toEqual([stateOf(stages, () => true)]);
      for (const action of stageActions) {
        for (const from of caseStates) {
          if (action !== 'release') expect(isMove(stages, { action, from, to: 'released' })).toBe(false);
        }
      }
    }
  });

  it('leave a released report only by opening it again', () => {
    const leaving = ROUTES.flatMap((stages) => movesOf(stages).filter(({ from }) => from === 'released'));
    expect(new Set(leaving.map(({ action, to }) => `${action} ${to}`))).toEqual(new Set(['reopen draft']));
  });

  it('stand at the first stage that is not signed', () => {
    const both: readonly Stage[] = ['compliance', 'legal'];
    expect(stateOf(both, () => false)).toBe('review');
    expect(stateOf(both, (stage) => stage === 'legal')).toBe('review');
    expect(stateOf(both, (stage) => stage === 'compliance')).toBe('compliance-signed');
    expect(stateOf(['legal'], () => true)).toBe('legal-signed');
    expect(waitingFor(both, 'draft')).toBeNull();
    expect(waitingFor(both, 'review')).toBe('compliance');
    expect(waitingFor(both, 'compliance-signed')).toBe('legal');
    expect(waitingFor(both, 'legal-signed')).toBeNull();
    expect(waitingFor([], 'review')).toBeNull();
  });
});
