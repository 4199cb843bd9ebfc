import type { Result } from '../../shared/result';
import { markOpened } from '../db/shelf';
import type { Desk } from '../desk/desk';

/** Notes when a report came before the person: opened in the library, imported, or received. */
export function shown<T>(desk: Desk, answer: Result<T>): Result<T> {
  const value = answer.ok
    ? (answer.value as { readonly snapshot?: { readonly report: { readonly id: number } } })
    : null;
  if (value?.snapshot) markOpened(desk.connection, value.snapshot.report.id, desk.now().toISOString());
  return answer;
}
