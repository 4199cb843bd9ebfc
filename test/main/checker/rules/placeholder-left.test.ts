import { placeholderLeft } from '../../../../src/main/checker/rules/placeholder-left';
import { testRule } from '../../../helpers/rule-tester';

testRule(placeholderLeft, {
  reject: [
    { text: '根据主管部门令第XX号的要求执行。\n', findings: [{ message: 'blank', excerpt: 'XX' }] },
    { text: '按照云杉发〔2025〕XX号文办理。\n', findings: [{ message: 'blank', excerpt: 'XX' }] },
    {
      text: '按照云杉发〔20XX〕X号文办理。\n',
      findings: [
        { message: 'blank', excerpt: '20XX' },
        { message: 'blank', excerpt: 'X' },
      ],
    },
    { text: '通知（云杉发〔2025〕号）已转发。\n', findings: [{ message: 'blank', excerpt: '〔2025〕' }] },
    { text: '适用管理办法第×条的规定。\n', findings: [{ message: 'blank', excerpt: '×' }] },
    { text: '责任部门为【】，时限为年底。\n', findings: [{ message: 'pending', excerpt: '【】' }] },
    {
      name: 'a length of time',
      text: '平均完成时间缩短到XX天。\n',
      findings: [{ message: 'blank', excerpt: 'XX' }],
    },
    { text: '全年投入XX万元。\n', findings: [{ message: 'blank', excerpt: 'XX', fixed: null }] },
    { text: '投诉率为【待补充】。\n', findings: [{ message: 'pending', excerpt: '【待补充】' }] },
    { text: '相关数据（待核实）已报送。\n', findings: [{ message: 'pending', excerpt: '（待核实）' }] },
    { text: '整改情况TODO。\n', findings: [{ message: 'pending', excerpt: 'TODO' }] },
    {
      text: '20XX年X月X日\n',
      findings: [
        { message: 'blank', excerpt: '20XX' },
        { message: 'blank', excerpt: 'X' },
        { message: 'blank', excerpt: 'X' },
      ],
    },
    { text: '交易金额同比增长X.X%。\n', findings: [{ message: 'blank', excerpt: 'X.X' }] },
    { text: '处理交易××亿元。\n', findings: [{ message: 'blank', excerpt: '××' }] },
    {
      text: '| 项目 | 金额 |\n| --- | --- |\n| 收入 | XX万元 |\n',
      findings: [{ message: 'blank', line: 3 }],
    },
    {
      name: 'a form nobody filled in',
      text: '填报人：单击此处输入文字。\n',
      marks: [{ kind: 'prompt', on: '单击此处输入文字。' }],
      findings: [{ message: 'prompt', severity: 'error' }],
    },
    {
      name: 'highlighted text',
      text: '新增商户320户。\n',
      marks: [{ kind: 'highlighted', on: '320户' }],
      findings: [{ message: 'highlighted', excerpt: '320户', severity: 'doubt' }],
    },
    {
      name: 'struck text',
      text: '新增商户320户。\n',
      marks: [{ kind: 'struck', on: '新增' }],
      findings: [{ message: 'struck', severity: 'error' }],
    },
    { text: '[请补充附表数据]\n', findings: [{ message: 'pending' }] },
  ],
  accept: [
    { text: '按照云杉发〔2025〕12号文和令第4号执行，〔2024〕第3号同时废止。\n' },
    { text: '第X号楼和第X号机房已完成巡检，X条码设备正常。\n' },
    { text: '标题用【通知】标明，文号用〔〕括起年份。\n' },
    { text: '第xi条和第X射线室无关，XX条线人员到位。\n' },
    { text: '型号（20XXL）的设备已停用，编号[2025]A号。\n' },
    { text: '客户张**的投诉已办结，卡号6222****1234。\n' },
    { text: '客户X先生的诉求已处理，X类商户正常。\n' },
    { text: '设备型号为XX-2000，采用4×4阵列。\n' },
    { text: '样本量按N×P计算，X轴为时间。\n' },
    { text: '待处理工单12件，待核实线索3条。\n' },
    { text: '（待遇保障）有关安排见附件。\n' },
    { text: '余额按X+Y计提，资金于T+X日到账。\n' },
    { text: '支持DXX协议和XXL规格，TODOS系统上线。\n' },
    { text: '尺寸为20×30厘米，共5×8组。\n' },
    { name: 'a tracked change', text: '新增商户320户。\n', marks: [{ kind: 'inserted', on: '320' }] },
  ],
});
