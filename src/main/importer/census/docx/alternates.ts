import { scanXml } from '../../xml';

const DRAWN = /^(?:wps|wpg|wpc):|^w:(?:drawing|txbxContent)$/;

interface Open {
  /** In `branches`. */
  readonly index: number;
  /** How many branches have begun. */
  begun: number;
  /** True while within a Choice. */
  inChoice: boolean;
}

/**
 * For each `mc:AlternateContent` in the order of the text, which of its branches counts: the first Choice that draws
 * something, else the Fallback. -1 for none.
 */
export function chosenBranches(source: string): readonly number[] {
  const branches: number[] = [];
  if (!source.includes('AlternateContent')) return branches;
  const fallbacks: number[] = [];
  const path: string[] = [];
  const alternates: Open[] = [];
  scanXml(source, {
    open(name) {
      const around = alternates.at(-1);
      if (path.at(-1) === 'mc:AlternateContent' && around) {
        around.inChoice = name === 'mc:Choice';
        if (name === 'mc:Fallback') fallbacks[around.index] ??= around.begun;
        around.begun++;
      }
      path.push(name);
      if (name === 'mc:AlternateContent') {
        alternates.push({ index: branches.length, begun: 0, inChoice: false });
        branches.push(-1);
      } else if (DRAWN.test(name)) {
        for (const { index, begun, inChoice } of alternates)
          if (inChoice && branches[index] === -1) branches[index] = begun - 1;
      }
    },
    close(name) {
      path.pop();
      if (name === 'mc:AlternateContent') alternates.pop();
    },
    text() {},
  });
  return branches.map((branch, index) => (branch >= 0 ? branch : (fallbacks[index] ?? -1)));
}
