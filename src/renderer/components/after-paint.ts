import { startTransition, useEffect, useState } from 'react';

/** Calls back in a task of its own once what is being rendered has been painted. Returns a function that calls it off. */
export function afterPaint(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * How many parts of a screen are there: none at first, one more after each paint, up to `parts`. A screen that comes in parts
 * never keeps the window longer than its dearest part does.
 */
export function useParts(parts: number): number {
  const [there, setThere] = useState(0);
  useEffect(() => {
    if (there >= parts) return;
    return afterPaint(() => startTransition(() => setThere(there + 1)));
  }, [there, parts]);
  return there;
}
