import { initial } from './0001-initial';

/** Append only: a released migration never changes. */
export const migrations: readonly string[] = [initial];
