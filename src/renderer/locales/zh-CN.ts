import { cases } from './zh-CN-cases';
import { data } from './zh-CN-data';
import { editing } from './zh-CN-editing';
import { exporting } from './zh-CN-export';
import { findings } from './zh-CN-findings';
import { fonts } from './zh-CN-fonts';
import { identity } from './zh-CN-identity';
import { importing } from './zh-CN-importing';
import { library } from './zh-CN-library';
import { panels } from './zh-CN-panels';
import { policies } from './zh-CN-policies';
import { preview } from './zh-CN-preview';
import { review } from './zh-CN-review';
import { rules } from './zh-CN-rules';
import { safekeeping } from './zh-CN-safekeeping';
import { seals } from './zh-CN-seal';
import { settings } from './zh-CN-settings';
import { shell } from './zh-CN-shell';
import { shortcuts } from './zh-CN-shortcuts';
import { signOff } from './zh-CN-sign-off';

/** The words on the screen, a file for each screen. Other languages have the same keys; see Messages. */
export const zhCN = {
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
  /** Sentences for failures by code; Chinese ones come from the main process as they are. */
  failures: {} as Readonly<Record<string, string>>,
};

export type Messages = typeof zhCN;
