import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputs, type Settings } from '../../shared/ipc';
import { failure, success } from '../../shared/result';
import { allRules } from '../checker/rules/index';
import type { Connection } from '../db/open';
import { readSetting, writeSetting } from '../db/settings';
import type { Context } from './context';
import type { Handlers } from './handle';

const DEFAULTS: Settings = {
  language: 'zh-CN',
  theme: 'system',
  fontSize: 100,
  signing: { organisation: '', signatory: '', place: '', contact: '', reason: '' },
};

/** The stored settings; whatever is missing or no longer valid falls back to the default. */
export function readSettings(connection: Connection): Settings {
  const stored = readSetting(connection, 'settings');
  if (stored === null) return DEFAULTS;
  try {
    return inputs['setting:set'].parse({ ...DEFAULTS, ...(JSON.parse(stored) as object) });
  } catch {
    return DEFAULTS;
  }
}

type Channels = 'setting:get' | 'setting:set' | 'rule:help' | 'job:cancel' | 'app:info';

export const settingHandlers = (context: Context): Pick<Handlers, Channels> => ({
  'setting:get': () => success(readSettings(context.desk.connection)),
  'setting:set': (settings) => {
    writeSetting(context.desk.connection, 'settings', JSON.stringify(settings));
    return success(settings);
  },
  'rule:help': async ({ rule }) => {
    const known = allRules.find((one) => one.name === rule);
    if (!known) return failure('no-rule', '没有这条规则');
    return success(await readFile(join(context.rulePagesDirectory, `${known.name}.md`), 'utf8'));
  },
  'job:cancel': ({ job }) => success(context.jobs.cancel(job)),
  'app:info': () => {
    const { version } = context.desk;
    return success({ version, rules: allRules.length, dataFolder: context.dataFolder });
  },
});
