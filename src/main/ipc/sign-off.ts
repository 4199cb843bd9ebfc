import { changesSinceSignOff, moveCase } from '../desk/sign-off';
import { confirmWaiver } from '../desk/waive';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = 'stage:move' | 'stage:changes' | 'waiver:confirm';

export const signOffHandlers = ({ desk }: Context): Pick<Handlers, Channels> => ({
  'stage:move': (order) => moveCase(desk, order),
  'stage:changes': (wanted) => changesSinceSignOff(desk, wanted),
  'waiver:confirm': (order) => confirmWaiver(desk, order),
});
