import type { Input, Outputs } from '../ipc';
import type { Result } from '../result';

/** Changes of the text by hand. */
export interface EditingBridge {
  editText(input: Input<'text:edit'>): Promise<Result<Outputs['text:edit']>>;
  checkDraft(input: Input<'text:check'>): Promise<Result<Outputs['text:check']>>;
}
