import { plural } from './plural';
import type { exporting as chinese } from './zh-CN-export';

export const exporting: typeof chinese = {
  export: {
    title: 'Export PDF',
    kind: 'Export as',
    draft: 'Draft',
    draftHint: 'Marks every page 草稿; always possible',
    final: 'Final',
    finalHint: 'Only when no error is open',
    blocked: (n) => `${plural(n, 'error is', 'errors are')} still open, so no final version yet:`,
    blockedRules: (codes) => `Rules ${codes} did not finish, so no final version can be exported`,
    more: (n) => `and ${n} more`,
    organisation: 'Organisation',
    organisationHint: 'Optional; the author that the PDF names',
    comments: (n) =>
      n === 0
        ? 'With comments (there are none)'
        : `With comments (${plural(n, 'thread')}, internal discussion)`,
    commentsHint:
      'Unless ticked, no comment is in the PDF. Reasons of decisions and the sign-off are always in its evidence; case files and review records always have the comments.',
    confirm: 'Export…',
    confirmSealed: 'Export and seal…',
    running: 'Making the PDF…',
    done: 'Exported',
    doneSealed: 'Exported and sealed',
    size: (kb) => `${kb} kB`,
    again: 'Export another',
  },
};
