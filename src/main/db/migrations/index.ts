import { initial } from './0001-initial';
import { imports } from './0002-imports';
import { references } from './0003-references';
import { policies } from './0004-policies';
import { signOff } from './0005-sign-off';
import { cases } from './0006-cases';
import { library } from './0007-library';
import { comments } from './0008-comments';
import { removed } from './0009-removed';
import { withdrawn } from './0010-withdrawn';
import { personKey } from './0011-person-key';
import { concepts } from './0012-concepts';

/** Append only: a released migration never changes. */
export const migrations: readonly string[] = [
  initial,
  imports,
  references,
  policies,
  signOff,
  cases,
  library,
  comments,
  removed,
  withdrawn,
  personKey,
  concepts,
];
