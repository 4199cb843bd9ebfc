import { plural } from './plural';
import type { settings as chinese } from './zh-CN-settings';

export const settings: typeof chinese = {
  settings: {
    title: 'Settings',
    open: 'Settings',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    fontSize: 'Text size',
    fontSizeOf: (percent) => (percent === 100 ? 'Usual (100%)' : `${percent}%`),
    policy: 'Standard policy',
    policyHint: 'New reports are checked by it; a report may follow another',
    look: 'Appearance',
    review: 'Review',
    about: (version, rules) => `Gouji ${version} · ${plural(rules, 'rule')}`,
    data: 'Data is kept in',
  },
};
