import type { Input, Outputs } from '../ipc';
import type { Result } from '../result';

/** What is said about passages and findings. */
export interface CommentBridge {
  addComment(input: Input<'comment:add'>): Promise<Result<Outputs['comment:add']>>;
  replyComment(input: Input<'comment:reply'>): Promise<Result<Outputs['comment:reply']>>;
  withdrawComment(input: Input<'comment:withdraw'>): Promise<Result<Outputs['comment:withdraw']>>;
  settleComment(input: Input<'comment:settle'>): Promise<Result<Outputs['comment:settle']>>;
}
