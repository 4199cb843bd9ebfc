import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { censusDocx } from '../../../../src/main/importer/census/docx';
import { censusHtml } from '../../../../src/main/importer/census/html';
import { censusText } from '../../../../src/main/importer/census/text';
import { compose } from '../../../../src/main/importer/compose';
import { readDocx } from '../../../../src/main/importer/docx/read';
import { readHtml } from '../../../../src/main/importer/html/read';
import { openPackage } from '../../../../src/main/importer/package';
import { proveLossless } from '../../../../src/main/importer/proof';
import type { Census, SourceDocument } from '../../../../src/main/importer/source-document';
import { readText } from '../../../../src/main/importer/text/read';
import type { Difference } from '../../../../src/shared/model/source';
import { docx, p, run, tbl, tc } from '../../../helpers/docx';

function differences(source: SourceDocument, census: Census): readonly Difference[] {
  const { text, generated } = compose(source);
  return proveLossless(census, text, generated).differences;
}

const joined = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength }).map((all) => all.join(''));

const HTML = [
  ...[
    '<p>',
    '</p>',
    '<p>甲12',
    '<b>',
    '</b>',
    '3,190',
    '.25',
    ' ',
    '\n',
    '<br>',
    '&nbsp;',
    '<div>',
    '</div>',
    '<hr>',
  ],
  ...[
    '<sup>2</sup>',
    '<sub>3</sub>',
    '<h1>',
    '</h1>',
    '<h2>题3',
    '</h2>',
    '<pre>',
    '</pre>',
    '<del>',
    '</del>',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '<td>5</td>',
    '<td colspan=2>6</td>',
    '<td rowspan=2>7</td>',
  ],
  ...[
    '<td rowspan=0>8</td>',
    '<th colspan="3">年',
    '</th>',
    '<thead>',
    '<tbody>',
    '<tfoot>',
    '<caption>表1</caption>',
  ],
  ...[
    '<ol><li>',
    '<ul><li>',
    '</li>',
    '</ol>',
    '</ul>',
    '<dl><dt>a<dd>5',
    '<blockquote>',
    '<center>',
    '<font>',
  ],
  ...[
    '<img alt="9">',
    '<span style="display:none">',
    '</span>',
    '<span style="visibility:hidden">1',
    '<p hidden>3',
  ],
  ...['<td style="display:none">4', '<tr style="display:none">', '<td style="visibility:hidden">4</td>'],
  ...[
    '<script>5</script>',
    '<style>6</style>',
    '<a href="7">',
    '</a>',
    '<textarea>8',
    '</textarea>',
    '<svg>5</svg>',
  ],
  ...[
    '<input value=5>',
    '<button>6</button>',
    '<object>5</object>',
    '<ruby>字<rt>5</rt></ruby>',
    '<wbr>',
    '１２',
  ],
  ...['|', '*', '**', '`', '\\', '#', '- ', '1. ', '&lt;&lt;', '<td>^^</td>', '---', '\u200b', '\u00ad'],
];

const TEXT = [
  ...[
    '甲',
    '12',
    '3,190',
    '\t',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '|',
    '|---|',
    '\n|---|---|\n',
    '| a | b |\n',
    '\\|',
    '`',
  ],
  ...[
    '*',
    '\\',
    ' ',
    '<<',
    '^^',
    '\f',
    '# ',
    '1. ',
    '- ',
    '<br>',
    '一、',
    '。',
    '\u200b',
    'a|b\n',
    '|<<|^^|\n',
    '　　',
  ],
];

const r = (inner: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`;
const box = (inner: string): string =>
  `<w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict>`;
const shape = (inner: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>${box(inner)}</mc:Fallback></mc:AlternateContent>`;

const words = fc.constantFrom(
  '甲',
  '12',
  '3,190.25',
  '5%',
  '乙。',
  ' ',
  '*',
  '|',
  '1. ',
  '一、',
  '# ',
  '\\',
  '`',
  '<<',
  '２',
);
const looks = fc.constantFrom(
  '',
  '',
  '',
  '<w:vanish/>',
  '<w:vertAlign w:val="superscript"/>',
  '<w:b/>',
  '<w:rStyle w:val="Secret"/>',
);
const merges = fc.constantFrom(
  '',
  '',
  '<w:gridSpan w:val="2"/>',
  '<w:vMerge w:val="restart"/>',
  '<w:vMerge/>',
  '<w:hMerge/>',
);
const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(words, looks).map(([text, look]) => run(text, look)),
    fc.constantFrom(
      ...['<w:tab/>', '<w:br/>', '<w:noBreakHyphen/>', '<w:sym w:font="Wingdings" w:char="F0FE"/>'].map(
        (sign) => r(sign),
      ),
      r('<w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing>'),
      r('<w:footnoteReference w:id="1"/>'),
      '<w:del><w:r><w:delText>9</w:delText></w:r></w:del>',
    ),
    tie('inline').map((inner) => `<w:ins>${inner}</w:ins>`),
    tie('inline').map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
    fc.tuple(tie('block'), looks).map(([inner, look]) => r(shape(inner), look)),
    tie('block').map((inner) => r(box(inner))),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.array(tie('inline'), { maxLength: 4 }), fc.constantFrom('', '', '<w:outlineLvl w:val="1"/>'))
      .map(([inner, look]) => `<w:p><w:pPr>${look}</w:pPr>${inner.join('')}</w:p>`),
    fc
      .array(fc.array(fc.tuple(tie('block'), merges), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) =>
        tbl(
          rows.map((row) =>
            row.map(([inner, merge]) => tc(/Merge\/>/.test(merge) ? '<w:p/>' : `${inner}<w:p/>`, merge)),
          ),
        ),
      ),
  ),
}));
const bodies = fc.array(block, { maxLength: 4 }).map((blocks) => blocks.join(''));

describe('a census agrees with the reader', () => {
  it('of web pages', () => {
    fc.assert(
      fc.property(joined(HTML, 25), (source) => {
        expect(differences(readHtml(source), censusHtml(source))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of a table with two captions', () => {
    const source =
      '<table><caption>表1</caption><caption>单位：万元</caption><tr><td>甲</td><td>1.5</td></tr></table>';
    expect(differences(readHtml(source), censusHtml(source))).toEqual([]);
  });

  it('of plain text', () => {
    fc.assert(
      fc.property(joined(TEXT, 25), (source) => {
        expect(differences(readText(source), censusText(source))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of Word files', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
        const footnotes = `<w:footnote w:id="1">${p('注7')}</w:footnote>`;
        const pack = await openPackage(docx({ body, styles, footnotes }));
        expect(differences(await readDocx(pack), await censusDocx(pack))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
