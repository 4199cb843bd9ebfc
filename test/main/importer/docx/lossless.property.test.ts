import fc from 'fast-check';
import { describe, it } from 'vitest';
import { p, run, tbl } from '../../../helpers/docx';
import { read } from './reading';

const r = (inner: string): string => `<w:r>${inner}</w:r>`;
const element = (name: string, ...parts: readonly (readonly [string, string])[]): string =>
  `<m:${name}>${parts.map(([part, inner]) => `<m:${part}>${inner}</m:${part}>`).join('')}</m:${name}>`;
const t = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

/** Parts of a formula by the names of what is in them. */
const FORMULAS: readonly (readonly [string, ...string[]])[] = [
  ['f', 'num', 'den'],
  ['rad', 'deg', 'e'],
  ['sSup', 'e', 'sup'],
  ['sSub', 'e', 'sub'],
  ['sSubSup', 'e', 'sub', 'sup'],
  ['sPre', 'sub', 'sup', 'e'],
  ['nary', 'sub', 'sup', 'e'],
  ['d', 'e', 'e'],
  ['eqArr', 'e', 'e'],
  ['limLow', 'e', 'lim'],
  ['func', 'fName', 'e'],
  ['acc', 'e'],
  ['box', 'e'],
];

const { formula } = fc.letrec<{ formula: string; part: string }>((tie) => ({
  formula: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(t('1'), t('25'), t('x'), t('+'), t('3.'), r('<w:br/>').replaceAll('w:r', 'm:r')),
    fc
      .tuple(fc.constantFrom(...FORMULAS), fc.array(tie('formula'), { minLength: 3, maxLength: 3 }))
      .map(([[name, ...parts], inner]) =>
        element(name, ...parts.map((part, at) => [part, inner[at] ?? ''] as const)),
      ),
    tie('formula').map((inner) => `<w:ins w:id="1">${inner}</w:ins>`),
    tie('formula').map((inner) => `<w:del w:id="1">${inner}</w:del>`),
  ),
}));

const RUNS: readonly string[] = [
  ...[run('1'), run('20'), run('甲'), run('.5'), r('<w:tab/>'), r('<w:br/>'), r('<w:br w:type="page"/>')],
  ...[run('3', '<w:vanish/>'), run('2', '<w:vertAlign w:val="superscript"/>')],
  ...[r('<w:sym w:font="Symbol" w:char="F033"/>'), r('<w:noBreakHyphen/>')],
  '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>',
  ...[`<w:ins w:id="1">${run('4')}</w:ins>`, `<w:moveFrom w:id="1">${run('5')}</w:moveFrom>`],
  ...[r('<w:footnoteReference w:id="1"/>'), r('<w:footnoteReference w:id="2"/>')],
  ...[r('<w:endnoteReference w:id="1"/>'), r('<w:endnoteReference w:id="7"/>')],
  ...[
    '<w:commentRangeStart w:id="1"/>',
    '<w:commentRangeEnd w:id="1"/>',
    r('<w:commentReference w:id="1"/>'),
  ],
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('7')}</w:sdtContent></w:sdt>`,
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('8')}${tbl([['1', '2']])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  r(`<w:ruby><w:rt>${run('1')}</w:rt><w:rubyBase>${run('2')}</w:rubyBase></w:ruby>`),
];
const PARAGRAPHS: readonly string[] = [
  ...['', '', '<w:outlineLvl w:val="0"/>', '<w:rPr><w:del w:id="1"/></w:rPr>'],
  ...[0, 1, 2].map((at) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`),
];
const CELLS: readonly string[] = [
  ...['', '', '', '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', '<w:vMerge/>'],
  ...['<w:hMerge w:val="restart"/>', '<w:hMerge/>', '<w:gridSpan w:val="2"/><w:vMerge/>'],
];
const ROWS: readonly string[] = [
  ...['', '', '', '<w:gridBefore w:val="1"/>', '<w:gridAfter w:val="2"/>', '<w:del w:id="1"/>'],
];

const within = (name: string, properties: string, inner: string): string =>
  `<w:${name}>${properties && `<w:${name}Pr>${properties}</w:${name}Pr>`}${inner}</w:${name}>`;
const controlled = (inner: string): string => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

const { block } = fc.letrec<{ block: string; cell: string; row: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc
      .tuple(fc.constantFrom(...PARAGRAPHS), fc.array(fc.constantFrom(...RUNS), { maxLength: 5 }))
      .map(([properties, runs]) => within('p', properties, runs.join(''))),
    fc.array(tie('row'), { maxLength: 4 }).map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`),
    tie('block').map(controlled),
  ),
  row: fc
    .tuple(fc.constantFrom(...ROWS), fc.array(tie('cell'), { maxLength: 3 }))
    .map(([properties, cells]) => within('tr', properties, cells.join(''))),
  cell: fc
    .tuple(fc.constantFrom(...CELLS), fc.array(tie('block'), { maxLength: 2 }), fc.boolean())
    .map(([properties, blocks, bare]) => {
      const cell = within('tc', properties, blocks.join(''));
      return bare ? cell : controlled(cell);
    }),
}));

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const PARTS = {
  numbering: `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  footnotes: `<w:footnote w:id="1">${p('11')}</w:footnote><w:footnote w:id="2">${tbl([['5', '6']])}</w:footnote>`,
  endnotes: `<w:endnote w:id="1">${p('')}${p('13')}</w:endnote>`,
  comments: `<w:comment w:id="1" w:author="赵某">${p('99')}</w:comment>`,
} as const;

describe('random Word files', () => {
  it('lose, add and move nothing', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 4 }), (blocks) =>
        read({ ...PARTS, body: blocks.join('') }).then(() => true),
      ),
      { numRuns: 200 },
    );
  });

  it('keep the numbers of formulas apart from those beside them', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(formula, (inner) =>
        read(p(`${run('7')}<m:oMath>${inner}</m:oMath>${run('8')}`)).then(() => true),
      ),
      { numRuns: 200 },
    );
  });
});
