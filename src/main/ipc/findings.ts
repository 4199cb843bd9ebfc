import { applyFix, applyFixes } from '../desk/fixes';
import { redoAct, undoAct } from '../desk/undo';
import { reopenFinding, waiveFinding } from '../desk/waive';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels =
  | 'finding:fix'
  | 'finding:fix-all'
  | 'finding:waive'
  | 'finding:reopen'
  | 'act:undo'
  | 'act:redo';

export const findingHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'finding:fix': (input) => applyFix(desk, input),
  'finding:fix-all': (input) => applyFixes(desk, input),
  'finding:waive': (input) => waiveFinding(desk, input),
  'finding:reopen': (input) => reopenFinding(desk, input),
  'act:undo': (input) => undoAct(desk, input),
  'act:redo': (input) => redoAct(desk, input),
});
