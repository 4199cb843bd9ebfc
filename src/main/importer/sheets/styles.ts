import { scanXml } from '../xml';
import { builtInFormat, type Show, showWith } from './formats';

/** For each cell style (`s="3"`), how its numbers are shown. */
export interface Styles {
  show(style: number): Show;
}

/** Reads styles.xml. Styles out of range show as `General`. */
export function readStyles(xml: string | null, is1904: boolean): Styles {
  const { formats, cells } =
    xml === null ? { formats: new Map<number, string>(), cells: [] } : scanStyles(xml);
  const shows = new Map<number, Show>();
  return {
    show(style) {
      const id = cells[style] ?? 0;
      let show = shows.get(id);
      if (!show) {
        show = showWith(formats.get(id) ?? builtInFormat(id), is1904);
        shows.set(id, show);
      }
      return show;
    },
  };
}

interface StyleTable {
  readonly formats: ReadonlyMap<number, string>;
  /** Number format of each cell style. */
  readonly cells: readonly number[];
}

function scanStyles(xml: string): StyleTable {
  const formats = new Map<number, string>();
  const cells: number[] = [];
  // Named styles and conditional formats hold elements of the same names.
  let part = '';
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'x:numFmts' || name === 'x:cellXfs') part = name;
      else if (name === 'x:xf' && part === 'x:cellXfs') cells.push(Number(attributes['numFmtId'] ?? 0));
      else if (name === 'x:numFmt' && part === 'x:numFmts')
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
    },
    close(name) {
      if (name === part) part = '';
    },
    text() {},
  });
  return { formats, cells };
}
