/** Collects what a file breaks, clause by clause. */
export class Breaches {
  readonly found: string[] = [];

  /** `clause` of ISO 19005-3:2012 (numbered like ISO 19005-2:2011 up to 6.7). */
  check(clause: string, holds: boolean, what: string): void {
    if (!holds) this.found.push(`${clause} ${what}`);
  }
}
