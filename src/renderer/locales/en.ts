import { cases } from './en-cases';
import { data } from './en-data';
import { editing } from './en-editing';
import { exporting } from './en-export';
import { failures } from './en-failures';
import { findings } from './en-findings';
import { fonts } from './en-fonts';
import { identity } from './en-identity';
import { importing } from './en-importing';
import { library } from './en-library';
import { panels } from './en-panels';
import { policies } from './en-policies';
import { preview } from './en-preview';
import { review } from './en-review';
import { rules } from './en-rules';
import { safekeeping } from './en-safekeeping';
import { seals } from './en-seal';
import { settings } from './en-settings';
import { shell } from './en-shell';
import { shortcuts } from './en-shortcuts';
import { signOff } from './en-sign-off';
import type { Messages } from './zh-CN';

export const en: Messages = {
  ...cases,
  ...data,
  ...editing,
  ...exporting,
  ...findings,
  ...fonts,
  ...identity,
  ...importing,
  ...library,
  ...panels,
  ...policies,
  ...preview,
  ...review,
  ...rules,
  ...safekeeping,
  ...seals,
  ...settings,
  ...shell,
  ...shortcuts,
  ...signOff,
  failures,
};
