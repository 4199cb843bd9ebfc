import { approximateExact } from '../../../../src/main/checker/rules/approximate-exact';
import { testRule } from '../../../helpers/rule-tester';

testRule(approximateExact, {
  reject: [
    {
      name: 'published per head',
      text: '全年人均可支配收入约48,452元。\n',
      findings: [{ message: 'precise' }],
    },
    {
      text: '可受理商户数近1,306.42万家。\n',
      findings: [{ message: 'precise', excerpt: '近1,306.42万家', fixed: '可受理商户数1,306.42万家。\n' }],
    },
    {
      text: '全年交易金额约318.276亿元。\n',
      findings: [{ message: 'precise', fixed: '全年交易金额318.276亿元。\n' }],
    },
    { text: '累计办理业务超过45,552.36万笔。\n', findings: [{ message: 'precise' }] },
    { text: '新增商户逾12,843户，分布在六省。\n', findings: [{ message: 'precise', excerpt: '逾12,843户' }] },
    { text: '合作商家接近3,217家。\n', findings: [{ message: 'precise', excerpt: '接近3,217家' }] },
    { text: '存款余额将近9,876.54亿元。\n', findings: [{ message: 'precise', excerpt: '将近9,876.54亿元' }] },
    {
      text: '服务覆盖超12个国家的用户。\n',
      findings: [{ message: 'small-count', excerpt: '超12个', fixed: null }],
    },
    { text: '目前已有近37家机构接入。\n', findings: [{ message: 'small-count', excerpt: '近37家' }] },
    {
      text: '业务已拓展到超过23个城市，超过61家银行。\n',
      findings: [{ message: 'small-count' }, { message: 'small-count' }],
    },
  ],
  accept: [
    {
      name: 'told again in a coarser unit',
      text: '全年交易8,556,212.26万元（约855.62亿元），即约合855.62亿元。\n',
    },
    { name: 'a mean', text: '报告期273天，日均业务金额约10,689万元；人均核验约3,762笔。\n' },
    { text: '剔除结算周期调整的因素后，月均余额约40,574万元，同比增长约4.8%。\n' },
    { text: '据测算，全年可减少手续费支出约12,345元。\n' },
    { text: '服务用户近13亿，日均交易超8万笔，覆盖130余家银行。\n' },
    { text: '累计交易约1.4亿笔、177.5亿元。\n' },
    { text: '单笔交易不得超过12,345元，日累计不超过50,000元。\n' },
    { text: '可用率超过99.99%，成功率约98.76%。\n' },
    { text: '投入约3,600万元，发放物料近100万份。\n' },
    { text: '连续超过12个月未交易的账户予以暂停。\n' },
    { text: '接入机构超过12家的地区，应设专人。\n' },
    { text: '覆盖超20个国家、近150家机构，参会约45人。\n' },
    { text: '交易金额1,306.42万元，同比增长12.345%。\n' },
    { text: '附近12,345家门店均已接入。\n' },
  ],
});
