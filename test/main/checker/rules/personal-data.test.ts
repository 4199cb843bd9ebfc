import { personalDataRule } from '../../../../src/main/checker/rules/personal-data';
import { testRule } from '../../../helpers/rule-tester';

testRule(personalDataRule, {
  reject: [
    {
      name: 'brackets that hold nothing but the number',
      text: '实际控制人为陶某某（公民身份号码110101199003078953），期内未变更。\n',
      findings: [{ message: 'id-card', fixed: '实际控制人为陶某某，期内未变更。\n' }],
    },
    {
      text: '客户身份证号为11010519491231002X。\n',
      findings: [
        { message: 'id-card', excerpt: '11010519491231002X', fixed: '客户身份证号为110105********002X。\n' },
      ],
    },
    { text: '本人11010519491231002x已核验。\n', findings: [{ message: 'id-card' }] },
    {
      text: '退款至6222021234567890128。\n',
      findings: [{ message: 'bank-card', fixed: '退款至6222***********0128。\n' }],
    },
    {
      text: '卡号4111 1111 1111 1111有异常。\n',
      findings: [{ message: 'bank-card', excerpt: '4111 1111 1111 1111' }],
    },
    {
      text: '投诉人留下13812345678后离开。\n',
      findings: [{ message: 'mobile', fixed: '投诉人留下138****5678后离开。\n' }],
    },
    { text: '已回拨+86 138 1234 5678核实。\n', findings: [{ message: 'mobile' }] },
    {
      text: '| 姓名 | 号码 |\n| --- | --- |\n| 张某 | 15987654321 |\n',
      findings: [{ message: 'mobile', line: 3 }],
    },
    {
      text: '经办人zhang.san@example.com已回复。\n',
      findings: [{ message: 'email', fixed: '经办人z***@example.com已回复。\n' }],
    },
    { text: '联系电话：13812345678。\n', findings: [{ message: 'mobile', severity: 'notice' }] },
    { text: '投诉邮箱：service@example.com。\n', findings: [{ message: 'email', severity: 'notice' }] },
    {
      name: 'behind its label, whatever its last digit',
      text: '（经办人：贺先生，身份证件号码：539902198607142417）\n',
      findings: [{ message: 'id-card', severity: 'error' }],
    },
    {
      name: 'of somebody whose name is withheld',
      text: '商户陈某（联系电话：13608427715）投诉。\n',
      findings: [{ message: 'mobile', severity: 'error' }],
    },
    {
      name: 'a contact whose name is given in part',
      text: '（联系人：陆女士；联系电话：13756294082）\n',
      findings: [{ message: 'mobile', severity: 'doubt' }],
    },
    {
      name: 'in a report that masks others',
      text: '投诉人电话138****5678。\n\n联系人：王一川，联系电话：13812345678。\n',
      findings: [{ message: 'mobile', severity: 'doubt' }],
    },
  ],
  accept: [
    { text: '卡号6222****1234，手机号138****5678，身份证号110105********002X。\n' },
    { text: '支付业务许可证编号Z2000144000019，统一社会信用代码91440300MA5EXXXX01。\n' },
    { text: '全年交易13812345678元，涉及15987654321笔。\n' },
    { text: '客服热线95188，总机0755-86013388，全国统一热线400-123-4567。\n' },
    { text: '身份证件号码：5399**********2417，联系电话：137****4082。\n' },
    { text: '证件号110105194912310021校验不符。\n' },
    { text: '订单号1234567890123456，流水号2025010112345678。\n' },
    { text: '交易金额13,812,345,678.00元。\n' },
    { text: '版本号v1.3.812345，接口编号API-13812345678-01。\n' },
    { text: '微信公众号@云川支付，网址www.example.com。\n' },
    { text: '测试卡号1111111111111111、0000000000000000。\n' },
  ],
});
