import { useState } from 'react';
import { useRoot } from '../context';

/** Text of a form that outlives it, under a name of the report's; null drops it, once it was sent or given up. */
export function useKept(name: string): readonly [string, (text: string | null) => void] {
  const { kept, review } = useRoot();
  const reportId = review.target?.reportId ?? 0;
  const [text, setText] = useState(() => {
    const found = kept.get(reportId, name);
    return typeof found === 'string' ? found : '';
  });
  const set = (next: string | null): void => {
    setText(next ?? '');
    kept.set(reportId, name, next === '' ? null : next);
  };
  return [text, set];
}
