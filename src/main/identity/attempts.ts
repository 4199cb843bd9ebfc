/** Wrong passphrases in a row that cost nothing but themselves. */
const FREE = 3;
const LONGEST_S = 300;

/** Seconds that must pass after so many failures before the next attempt: 0, 0, 0, 2, 4, 8 … 300. */
export const delayAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min(LONGEST_S, 2 ** (failures - FREE + 1));

/** Seconds still to wait at `now`; a clock set back does not shorten it. */
export function secondsToWait(failures: number, failedAt: string | null, now: Date): number {
  const delay = delayAfter(failures);
  if (delay === 0 || failedAt === null) return 0;
  const passed = (now.getTime() - Date.parse(failedAt)) / 1000;
  return passed < 0 ? delay : Math.max(0, Math.ceil(delay - passed));
}
