/** A long computation that can be left between its steps, and gone on with later or not at all. */
export type Steps<T> = Generator<undefined, T>;

export function completed<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
