import type { Input, Outputs } from '../ipc';
import type { Result } from '../result';

/** Changes of the text by hand. */
export interface EditingBridge {
  reportPiece(input: Input<'report:piece'>): Promise<Result<Outputs['report:piece']>>;
  editText(input: Input<'text:edit'>): Promise<Result<Outputs['text:edit']>>;
  checkDraft(input: Input<'text:check'>): Promise<Result<Outputs['text:check']>>;
}
