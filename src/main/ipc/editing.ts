import { checkDraft, editText } from '../desk/edit-text';
import type { Context } from './context';
import type { Handlers } from './handle';

export const editingHandlers = ({ desk }: Context): Pick<Handlers, 'text:edit' | 'text:check'> => ({
  'text:edit': (input) => editText(desk, input),
  'text:check': (input) => checkDraft(desk, input),
});
