import { listSeparator } from '../../../../src/main/checker/rules/list-separator';
import { testRule } from '../../../helpers/rule-tester';

testRule(listSeparator, {
  reject: [
    {
      name: 'a semicolon among like items',
      text: '居前三位的依次为疑似甲类438份；疑似乙类372份、疑似丙类156份，其余较少。\n',
      findings: [
        {
          message: 'odd',
          severity: 'doubt',
          fixed: '居前三位的依次为疑似甲类438份、疑似乙类372份、疑似丙类156份，其余较少。\n',
        },
      ],
    },
    {
      name: 'a semicolon among items that make up the sum before them',
      text: '现有人员9名，其中专职5名、兼职3名；外聘1名。\n',
      findings: [{ message: 'odd', excerpt: '；' }],
    },
    {
      name: 'a comma behind the first name of a list',
      text: '风险管理部牵头，信息科技部，数据管理部、内部审计部共同参与。\n',
      findings: [
        {
          message: 'odd',
          severity: 'doubt',
          fixed: '风险管理部牵头，信息科技部、数据管理部、内部审计部共同参与。\n',
        },
      ],
    },
    {
      name: 'one mark of another kind among figures',
      text: '涉诈类模型23个，涉赌类模型19个、涉税类模型11个，涉毒类模型9个，其他类模型12个。\n',
      findings: [
        {
          message: 'odd',
          fixed: '涉诈类模型23个，涉赌类模型19个，涉税类模型11个，涉毒类模型9个，其他类模型12个。\n',
        },
      ],
    },
    {
      name: 'a closed list that goes on with a clause',
      text: '开放扫码、分期等产品能力、结合本省农村支付环境推动试点落地。\n',
      findings: [
        { message: 'clause', fixed: '开放扫码、分期等产品能力，结合本省农村支付环境推动试点落地。\n' },
      ],
    },
    {
      name: 'two objects of one verb',
      text: '该业务包括服务外贸企业的线上收款，服务出境居民的线下收款。\n',
      findings: [
        {
          message: 'objects',
          severity: 'doubt',
          fixed: '该业务包括服务外贸企业的线上收款和服务出境居民的线下收款。\n',
        },
      ],
    },
    {
      text: '框架协议已经签署、目前正在联调接口。\n',
      findings: [{ message: 'clause', fixed: '框架协议已经签署，目前正在联调接口。\n' }],
    },
    { text: '完成改造、并已通过验收。\n', findings: [{ message: 'clause', excerpt: '、' }] },
    { text: '效率提高、同时成本下降。\n', findings: [{ message: 'clause' }] },
    {
      text: '推出“立减”、“优惠券”活动。\n',
      findings: [{ message: 'quoted', severity: 'notice', fixed: '推出“立减”“优惠券”活动。\n' }],
    },
    {
      text: '依据《条例》、《办法》、《规定》开展工作。\n',
      findings: [{ message: 'quoted' }, { message: 'quoted' }],
    },
    { text: '推出"立减"、"优惠券"活动。\n', findings: [{ message: 'quoted' }] },
    {
      text: '越南云帕支付、马来西亚PaiNet，土耳其Ake Bank、老挝湄公钱包、东南亚抓付等多家机构已签约。\n',
      findings: [
        {
          message: 'comma',
          excerpt: '，',
          fixed: '越南云帕支付、马来西亚PaiNet、土耳其Ake Bank、老挝湄公钱包、东南亚抓付等多家机构已签约。\n',
        },
      ],
    },
    {
      text: '甲地银行、乙地银行、丙地银行，丁地银行、戊地银行共5家银行参加。\n',
      findings: [{ message: 'comma' }],
    },
  ],
  accept: [
    {
      name: 'an item that is still under way',
      text: '受理69件，其中查实23件、部分查实12件、查否28件、正在核查6件。\n',
    },
    {
      name: 'a sum before what it is made of',
      text: '演练覆盖A、B、C三类系统共12个，其中A类4个、B类5个、C类3个。\n',
    },
    {
      name: 'parts of a part',
      text: '对37起案件逐一回溯：已预警29起，其中已控制24起、未控制5起；未预警8起。\n',
    },
    { name: 'another cut', text: '共13名，其中执行人员3名、其他人员10名；女性人员5名。\n' },
    { name: 'another cut with its share', text: '执行人员3名、其他人员10名；女性人员5名，占38.5%。\n' },
    { name: 'two lists', text: '甲地新增5户、注销3户；乙地新增2户、注销1户。\n' },
    { name: 'another thing behind the list', text: '专职5名、兼职3名；培训12名。\n' },
    { name: 'clauses with figures', text: '新增商户5户；注销商户3户；存量商户90户。\n' },
    {
      name: 'figures of one kind in pairs',
      text: '甲类客户12户、乙类客户30户，丙类客户40户、丁类客户50户。\n',
    },
    {
      name: 'who leads and who takes part',
      text: '由风险管理部牵头，信息科技部、数据管理部、内部审计部共同参与。\n',
    },
    { name: 'figures in pairs', text: '涉诈类模型23个、涉赌类模型19个，涉税类规则11个、涉毒类规则9个。\n' },
    { name: 'nested lists', text: '银行、证券等机构、企业和个人均可使用。\n' },
    { name: 'a clause that only follows', text: '该业务包括线上的收款，客户可在网点办理线下的退款。\n' },
    { name: 'four-character items', text: '做到学用结合、结合实际、分类施策。\n' },
    { text: '推进系统、流程、目前状况和同时段数据的整合。\n' },
    { text: '优化产品、服务、渠道，提升效率、质量、体验等各项指标。\n' },
    { text: '推出“立减”“优惠券”活动，依据《条例》《办法》开展。\n' },
    { text: '参加的有甲银行、乙银行，丙公司、丁公司列席。\n' },
    { text: '银行、并购基金、并表机构均已报送。\n' },
    { text: '过去、目前、未来三个阶段。\n' },
    { text: '加强管理、完善制度、开展培训，风险、合规、运营三个部门分别落实。\n' },
    { text: '银行类：甲银行、乙银行；支付类：丙支付、丁支付，共4家。\n' },
  ],
});
