import { commentOn, replyTo, settle } from '../desk/comments';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = 'comment:add' | 'comment:reply' | 'comment:settle';

export const commentHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'comment:add': (input) => commentOn(desk, input),
  'comment:reply': (input) => replyTo(desk, input),
  'comment:settle': (input) => settle(desk, input),
});
