import { plural } from './plural';
import type { cases as zhCN } from './zh-CN-cases';

export const cases: typeof zhCN = {
  cases: {
    handOver: 'Hand the case over',
    handOverOpen: 'Hand over…',
    handOverHint:
      'Writes the report with all revisions, sources, ledgers, findings, decisions, signatures and its audit log into one file, signed with your key. Whoever receives it goes on where you stand.',
    encrypt: 'Encrypt with a passphrase',
    passphrase: 'Passphrase',
    again: 'Once more',
    passphraseHint: 'At least 8 characters. Tell it separately; without it the file cannot be opened.',
    differ: 'The two passphrases differ',
    write: 'Write the case…',
    writing: 'Writing…',
    written: (name, encrypted) => `“${name}” was written${encrypted ? ', encrypted' : ''}.`,
    headHint: 'The head of the case’s log; whoever receives it can compare:',
    recordPdf: 'Review record (PDF)…',
    recordXlsx: 'Review record (Excel)…',
    recorded: (name) => `“${name}” was written`,
    others: 'Case and review record',
    receive: 'Receive a case…',
    openedTitle: 'Open a case file',
    openedQuestion: (name) => `Receive ${name}?`,
    openedHint:
      'Its signature and log are verified first, then it is merged into the library; where both sides decided differently you are asked.',
    leave: 'Not now',
    accept: 'Receive',
    unlock: 'Open an encrypted case',
    lockedFile: (name) => `“${name}” is encrypted. Enter the passphrase that the sender told you.`,
    open: 'Open',
    opening: 'Opening…',
    settle: 'Settle conflicts',
    settleHint: (title, sender, n) =>
      `“${title}” was worked on here and by ${sender}: ${plural(n, 'difference', 'differences')}. Choose what holds; the log records it.`,
    merge: 'Merge',
    kinds: {
      finding: 'Finding',
      revision: 'Text',
      policy: 'Policy',
      references: 'References',
      signOffs: 'Sign-off',
    },
    revisionHint:
      'Both sides changed the text. Texts are not merged; the one not chosen stays among the revisions.',
    sides: { mine: 'Here', theirs: 'Case' },
    outcome: {
      opened: 'Case received',
      unchanged: 'Nothing new in the case; nothing was changed',
      updated: 'What was done since was received',
      merged: 'Both sides’ work was merged',
    },
  },
};
