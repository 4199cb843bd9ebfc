import { success } from '../../shared/result';
import {
  changePassphrase,
  createIdentity,
  disablePerson,
  identityState,
  lockDesk,
  setIdleMinutes,
  setRoles,
  unlockIdentity,
} from '../desk/identities';
import type { Context } from './context';
import type { Handlers } from './handle';

type Channels = Extract<keyof Handlers, `identity:${string}`>;

export const identityHandlers = (context: Context): Pick<Handlers, Channels> => ({
  'identity:state': () => success(identityState(context)),
  'identity:create': (order) => createIdentity(context, order),
  'identity:unlock': (order) => unlockIdentity(context, order),
  'identity:lock': () => lockDesk(context),
  'identity:touch': () => {
    context.session.touch();
    return success(true);
  },
  'identity:change-passphrase': (order) => changePassphrase(context, order),
  'identity:set-roles': (order) => setRoles(context, order),
  'identity:disable': ({ id }) => disablePerson(context, id),
  'identity:set-idle': ({ minutes }) => setIdleMinutes(context, minutes),
});
