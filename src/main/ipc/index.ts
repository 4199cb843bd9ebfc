import { type Result, success } from '../../shared/result';
import { caseHandlers } from './cases';
import { commentHandlers } from './comments';
import type { Context } from './context';
import { dataHandlers } from './data';
import { editingHandlers } from './editing';
import { exportHandlers } from './exports';
import { findingHandlers } from './findings';
import { fontHandlers } from './fonts';
import type { Handlers } from './handle';
import { identityHandlers } from './identities';
import { KeyShelf } from './key-shelf';
import { ledgerHandlers } from './ledgers';
import { libraryHandlers } from './library';
import { Parcels } from './parcels';
import { policyHandlers } from './policies';
import { rememberedKeyHandlers } from './remembered-keys';
import { reportHandlers } from './reports';
import { safekeepingHandlers } from './safekeeping';
import { sealHandlers } from './seals';
import { settingHandlers } from './settings';
import { signOffHandlers } from './sign-off';

/** Every channel's handler. Analyses leave as parcels, whose parts the window fetches as it needs them. */
export function allHandlers(context: Context): Handlers {
  const parcels = new Parcels();
  const handlers = handlersOf(context, parcels, new KeyShelf());
  const wrapped = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: never) => {
      const result: Result<unknown> = await handler(input);
      return result.ok ? success(parcels.wrap(result.value)) : result;
    },
  ]);
  return Object.fromEntries(wrapped) as unknown as Handlers;
}

const handlersOf = (context: Context, parcels: Parcels, keys: KeyShelf): Handlers => ({
  'report:piece': ({ part, cursor }) => success(parcels.piece(part, cursor)),
  ...libraryHandlers(context),
  ...reportHandlers(context),
  ...findingHandlers(context),
  ...editingHandlers(context),
  ...commentHandlers(context),
  ...ledgerHandlers(context),
  ...policyHandlers(context),
  ...dataHandlers(context),
  ...exportHandlers(context, keys),
  ...sealHandlers(context, keys),
  ...rememberedKeyHandlers(context, keys),
  ...fontHandlers(context),
  ...identityHandlers(context),
  ...caseHandlers(context),
  ...safekeepingHandlers(context),
  ...signOffHandlers(context),
  ...settingHandlers(context),
});
