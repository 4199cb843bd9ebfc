import { commentOn, replyTo, settle, withdraw } from '../desk/comments';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = 'comment:add' | 'comment:reply' | 'comment:settle' | 'comment:withdraw';

export const commentHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'comment:add': (input) => commentOn(desk, input),
  'comment:reply': (input) => replyTo(desk, input),
  'comment:withdraw': (input) => withdraw(desk, input),
  'comment:settle': (input) => settle(desk, input),
});
