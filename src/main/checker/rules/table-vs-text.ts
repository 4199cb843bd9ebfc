import { defineRule } from '../rule';
import { conflictProblem, conflictsOf } from '../text/conflicts';

/** A table's value and the same fact in the prose. */
export const tableVsText = defineRule<'conflict' | 'outvoted' | 'confirmed'>({
  code: 'T113',
  name: 'table-vs-text',
  severity: 'error',
  looks: 'across',
  messages: {
    conflict: '“{name}”此处为 {stated}，表格与正文不一致：另一处为 {other}，请核实哪一处正确',
    outvoted: '“{name}”此处为 {stated}，表格与正文不一致：其他 {agreeing} 处均为 {other}',
    confirmed: '“{name}”此处为 {stated}，表格与正文不一致：另一处 {other} 与其他数字勾稽相符',
  },
  applies: (report) => conflictsOf(report, 'table-and-text').length > 0,
  check: (report) => conflictsOf(report, 'table-and-text').map(conflictProblem),
});
