import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../src/main/importer/bounds';
import { censusHtml } from '../../../../src/main/importer/census/html';
import { compose } from '../../../../src/main/importer/compose';
import { readHtml } from '../../../../src/main/importer/html/read';
import { proveLossless } from '../../../../src/main/importer/proof';

const blocks =
  '<p> </p> <div> </div> <ul> </ul> <ol_start=5> <ol_type=a> </ol> <li> <li_value=9> </li> <h1> </h1> <hr> <br>';
const tables =
  '<table> </table> <tr> </tr> <td> <td_colspan=2> <td_rowspan=2> <th_rowspan=0> </td> <caption> <thead> <tfoot> <tbody>';
const inline =
  '<b> </b> <sup> </sup> <sub>2</sub> <pre> </pre> <del> </del> <img_alt=9> <svg><text>9</text></svg>';
const hidden =
  '<p_hidden> <td_hidden> <tr_style="visibility:hidden"> <td_style="visibility:hidden"> <script> </script>';
const text = '甲 乙。 12 3.5 １ * ** ` | _ # - 1. < > \\ [a](b) << ^^ ~~ 表1 &nbsp; &lt; &amp;nbsp; &#8203;';
const parts = [blocks, tables, inline, hidden, text]
  .join(' ')
  .split(' ')
  .map((part) => part.replaceAll('_', ' '));
const page = fc.array(fc.constantFrom(...parts, ' ', '\n', '- ', '1. ', '_'), { maxLength: 40 });

describe('readHtml and compose', () => {
  it('lose, add and move nothing that the census counts', () => {
    fc.assert(
      fc.property(page, (pieces) => {
        const html = pieces.join('');
        try {
          const { text: working, generated } = compose(readHtml(html));
          expect(proveLossless(censusHtml(html), working, generated).differences).toEqual([]);
        } catch (thrown) {
          if (!(thrown instanceof ImportError)) throw thrown;
        }
      }),
      { numRuns: 400 },
    );
  });
});
