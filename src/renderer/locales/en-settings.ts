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
    signing: 'Release and seals',
    signingHint:
      'Filled in at export, seals and the release, where it can be changed. Keys and passphrases are not kept.',
    signingFields: {
      organisation: 'Organisation',
      signatory: 'Issued by',
      place: 'Place',
      contact: 'Contact',
      reason: 'Reason of seals',
    },
    look: 'Appearance',
    review: 'Review',
    about: (version, rules) => `Gouji ${version} · ${plural(rules, 'rule')}`,
    data: 'Data is kept in',
  },
};
