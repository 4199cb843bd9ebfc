import type { preview as chinese } from './zh-CN-preview';

export const preview: typeof chinese = {
  preview: {
    open: 'Print preview',
    title: {
      errors: 'Print preview (draft: errors are open)',
      rules: 'Print preview (draft: rules did not finish)',
      signOff: 'Print preview (draft: not signed off and released yet)',
      final: 'Print preview (final)',
    },
    making: 'Setting the pages…',
    unreadable: 'The PDF that was made cannot be shown',
    pages: 'List of pages',
    document: 'Pages',
    page: (n, all) => `Page ${n} of ${all}`,
    previous: 'Page before (P)',
    next: 'Next page (N)',
    smaller: 'Smaller (-)',
    larger: 'Larger (+)',
    fit: 'Fit width',
    search: 'Find in the preview',
    found: (n, all) => (all === 0 ? 'Not found' : `${n} of ${all}`),
  },
};
