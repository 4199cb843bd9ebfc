import { defineRule } from '../rule';
import { conflictProblem, conflictsOf } from '../text/conflicts';

/** One concept in one scope and period with two values that no rounding explains: text and text, table and table. */
export const factConflict = defineRule<'conflict' | 'outvoted' | 'confirmed'>({
  code: 'N204',
  name: 'fact-conflict',
  severity: 'error',
  looks: 'across',
  messages: {
    conflict: '“{name}”此处为 {stated}，另一处为 {other}，请核实哪一处正确',
    outvoted: '“{name}”此处为 {stated}，其他 {agreeing} 处均为 {other}',
    confirmed: '“{name}”此处为 {stated}，另一处为 {other}，后者与其他数字勾稽相符',
  },
  applies: (report) => conflictsOf(report, 'alike').length > 0,
  check: (report) => conflictsOf(report, 'alike').map(conflictProblem),
});
