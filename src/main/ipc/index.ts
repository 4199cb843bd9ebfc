import type { Context } from './context';
import { dataHandlers } from './data';
import { editingHandlers } from './editing';
import { exportHandlers } from './exports';
import { findingHandlers } from './findings';
import type { Handlers } from './handle';
import { identityHandlers } from './identities';
import { ledgerHandlers } from './ledgers';
import { libraryHandlers } from './library';
import { policyHandlers } from './policies';
import { reportHandlers } from './reports';
import { safekeepingHandlers } from './safekeeping';
import { settingHandlers } from './settings';

export const allHandlers = (context: Context): Handlers => ({
  ...libraryHandlers(context),
  ...reportHandlers(context),
  ...findingHandlers(context),
  ...editingHandlers(context),
  ...ledgerHandlers(context),
  ...policyHandlers(context),
  ...dataHandlers(context),
  ...exportHandlers(context),
  ...identityHandlers(context),
  ...safekeepingHandlers(context),
  ...settingHandlers(context),
});
