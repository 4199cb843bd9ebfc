import { describe, expect, it } from 'vitest';
import { breakPoints } from '../../../../src/main/exporter/layout/breaks';
import { glyphsOf } from '../../../../src/main/exporter/layout/glyphs';
import { STYLES } from '../../../../src/main/exporter/layout/styles';
import { chooser } from '../helpers';

/** The text with a bar wherever a line may end. */
function bars(text: string): string {
  const glyphs = glyphsOf(text, STYLES.body, chooser());
  const allowed = breakPoints(glyphs);
  return glyphs.map((glyph, index) => (allowed[index] ? '|' : '') + glyph.character).join('');
}

describe('breakPoints', () => {
  it.each([
    ['Chinese may break anywhere', '支付业务', '支|付|业|务'],
    ['no closing mark begins a line', '完成。其次，如下：', '完|成。|其|次，|如|下：'],
    ['no opening bracket ends a line', '见（附件）和《条例》', '见|（附|件）|和|《条|例》'],
    ['half-width marks too', '名单(见下),已报', '名|单|(见|下),|已|报'],
    ['a number keeps its unit', '余额3,190.25万元，增12.5%', '余|额|3,190.25万元，|增|12.5%'],
    ['and its approximator', '共130余家银行', '共|130余家|银|行'],
    ['points of a percentage', '升0.7个百分点后', '升|0.7个百分点|后'],
    ['dates part between their units', '2025年12月31日止', '2025年|12月|31日|止'],
    ['an ordinal keeps its prefix', '依第12条办理', '依|第12条|办|理'],
    ['Latin words are whole', '接入PayNet系统', '接|入|PayNet|系|统'],
    ['words part at spaces', 'open bank api', 'open |bank |api'],
    ['dash and ellipsis are one mark', '属实——经查……等', '属|实|——|经|查……|等'],
    ['straight quotes open and close in turn', '的"立减"和"优惠"等', '的|"立|减"|和|"优|惠"|等'],
    ['a currency sign keeps its number', '收￥100元', '收|￥100元'],
  ])('%s', (_, text, expected) => {
    expect(bars(text)).toBe(expected);
  });

  it('breaks a long address after its slashes', () => {
    expect(bars('https://example.invalid/reports/annual/index')).toBe(
      'https://|example.|invalid/|reports/|annual/|index',
    );
  });
});
