import { termVariant } from '../../../../src/main/checker/rules/term-variant';
import { testRule } from '../../../helpers/rule-tester';

testRule(termVariant, {
  reject: [
    {
      text: '银行App、机构App和钱包APP均已接入。\n',
      findings: [{ message: 'case', excerpt: 'APP', fixed: '银行App、机构App和钱包App均已接入。\n' }],
    },
    { text: '接入PayNet。其后PAYNET上线。\n', findings: [{ message: 'case', excerpt: 'PAYNET' }] },
    {
      text: '| 名称 |\n| --- |\n| WeChat |\n| Wechat |\n| WeChat |\n',
      findings: [{ message: 'case', line: 4 }],
    },
    { text: '## 一、SaaS服务\n\nSAAS平台与SaaS产品。\n', findings: [{ message: 'case', line: 3 }] },
    { text: '使用api接口，API文档和API网关。\n', findings: [{ message: 'case', excerpt: 'api' }] },
    { text: 'iOS版、IOS版、iOS端。\n', findings: [{ message: 'case', excerpt: 'IOS' }] },
    { text: '- Github仓库\n- GitHub主页\n- GitHub文档\n', findings: [{ message: 'case', line: 1 }] },
    {
      text: 'APP用户增长，APP活跃，App下载，APP留存。\n',
      findings: [{ message: 'case', excerpt: 'App', fixed: 'APP用户增长，APP活跃，APP下载，APP留存。\n' }],
    },
  ],
  accept: [
    { text: '银行App、机构App、钱包App。\n' },
    { text: '《APP违法违规收集认定方法》要求App整改，“APP专项治理”持续。\n' },
    { text: '访问https://PayNet.example，PAYNET上线。\n' },
    { text: '邮箱App@example.com，APP已上线。\n' },
    { text: 'B端与b端、AI与ai。\n' },
    { text: 'API与SDK、ETF与REITs。\n' },
    { text: 'api接口与API文档各一份。\n' },
    { text: '文件app.json与APP无关。\n' },
  ],
});
