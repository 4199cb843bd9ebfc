import { plural } from './plural';

export const editing = {
  editing: {
    label: 'Change this text',
    reason: 'Reason for the change',
    reasonHint: 'Reason (optional; default: which line was changed)',
    save: 'Save',
    checking: 'Checking…',
    hint: 'Checked while you type; Ctrl+Enter saves a new revision, Esc gives up.',
    noneHere: 'Nothing found here',
    here: (n: number) => `${plural(n, 'finding')} here`,
    gone: (n: number) => `${n} gone`,
    arrived: (n: number) => `${n} new`,
    elsewhere: '(elsewhere)',
    unsaved: {
      title: 'Unsaved changes',
      question: 'Some text is changed but not saved. Save it as a new revision first, or give it up?',
      save: 'Save and go on',
      discard: 'Give up the changes',
      stay: 'Back to the text',
    },
    editHint: 'Double click, or Enter or F2, to change it',
  },
};
