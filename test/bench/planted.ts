import './sources.ts';
import type { PlantedOutcome } from '../helpers/planted.ts';

/**
 * `node test/bench/planted.ts`: how many of the defects planted into the clean reports are found, per rule, and how many of
 * the fixes offered for them restore the clean text. Prints every miss and every fix that does not.
 */
const { plantedDefects, tryPlanted } = await import('../helpers/planted.ts');

const counts = new Map<string, Record<PlantedOutcome, number>>();
const all = { missed: 0, told: 0, restored: 0, otherwise: 0 };
for (const defect of plantedDefects()) {
  const outcome = tryPlanted(defect);
  const [code = ''] = defect.codes;
  const own = counts.get(code) ?? { missed: 0, told: 0, restored: 0, otherwise: 0 };
  own[outcome]++;
  all[outcome]++;
  counts.set(code, own);
  if (outcome === 'missed' || outcome === 'otherwise') {
    const shown = (text: string): string => text.replaceAll('\n', '⏎').slice(0, 60);
    process.stdout.write(
      `${outcome === 'missed' ? 'missed' : 'mended otherwise'} ${defect.codes.join('|')} ${defect.file}: ${shown(defect.clean)} → ${shown(defect.planted)}\n`,
    );
  }
}
const row = (name: string, { missed, told, restored, otherwise }: Record<PlantedOutcome, number>): string => {
  const planted = missed + told + restored + otherwise;
  const fixes = restored + otherwise;
  return `${name.padEnd(6)} found ${planted - missed}/${planted} (${((100 * (planted - missed)) / planted).toFixed(1)} %)   fixes that restore ${restored}/${fixes}${fixes > 0 ? ` (${((100 * restored) / fixes).toFixed(1)} %)` : ''}\n`;
};
for (const [code, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(row(code, own));
process.stdout.write(row('all', all));
