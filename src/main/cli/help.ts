export const COMMANDS_HELP: Readonly<Record<string, string>> = {
  check: `用法：gouji check 文件 [--previous 上期报告] [--ledger 台账]… [--policy 政策] [--format text|json|sarif]

检查一份报告（Word .docx、HTML、Markdown 或纯文本；UTF-8、UTF-16 或 GB18030）。
行、列和偏移都按工作稿计数，工作稿可用 gouji text 输出。
读入时逐字核对：数字、表格与原件有一处不一致就停止，--accept-differences 表示仍然继续。
sarif 是 SARIF 2.1.0（OASIS 的静态分析结果交换格式）。
--previous 给出上期报告，核对同比、环比和重述的上期数；--ledger 给出 .xlsx 或 .csv 台账，可以给几个。
--policy 给出政策文件（JSON，格式见 resources/policies/policy.schema.json），或随软件提供的政策：
监管报告（默认）、统计公报、通用。政策规定各条规则的级别和阈值、用语表、各文种应有的要件。
退出码：0 没有错误级问题；1 有；2 用法不对或文件读不了。
`,
  figures: `用法：gouji figures 文件 [--previous 上期报告] [--ledger 台账]… [--format table|json|csv]

列出报告里的每一个数：原文、折算值、单位、指标、范围、期间和勾稽状态。
给出上期报告或台账时，json 里同时列出对应的上期数和台账数。
文件是 .xlsx 或 .csv 台账时，列出按表头读出的数据及其单元格。
`,
  text: `用法：gouji text 文件

输出读入后的工作稿（Markdown）。
`,
  compare: `用法：gouji compare 旧稿 新稿 [--format text|json]

两稿之间文字和数字的增、删、改。
`,
  export: `用法：gouji export 文件 --out 输出.pdf [--p12 证书.p12 --passphrase-file 口令文件] [--draft]
                         [--previous 上期报告] [--ledger 台账]… [--policy 政策] [--fonts 字体文件夹] [--organisation 单位]

导出 PDF/A-3a，内附审校依据 evidence.json，可签章（也可用令牌：--pkcs11、--token、--pin-file；--reason 事由，--place 地点，--contact 联系方式，--stamp 可见签章，同 gouji seal）。有错误级问题未处理时拒绝（退出码 1），除非 --draft：每页标“草稿”。
--fonts 指定本单位有授权的字体（能否使用见 gouji fonts）。--organisation 编制单位，写作 PDF 的作者。政策要求时，末尾附一页审校情况说明。
`,
  seal: `用法：gouji seal 文件.pdf --out 输出.pdf [--reason 事由] [--place 地点] [--contact 联系方式] [--stamp]
                      --p12 证书.p12 --passphrase-file 口令文件
                      | --pkcs11 令牌驱动 --pin-file 口令文件 [--token 标签或序列号]

给一份 PDF 签章：首个签章认证全文（DocMDP 2 级，此后只许再签）；已有签章的加签，原有签章仍然有效。
--pkcs11 用 USB Key 等令牌里的密钥，驱动是其厂商提供的 PKCS#11 动态库。
--stamp 在末页右下方加可见签章（签章人、事由、时间）。
密钥须是 RSA 3072 位以上或 ECDSA P-256。
`,
  fonts: `用法：gouji fonts 字体文件夹 [--format text|json]

检查本单位的字体能否用于 PDF：按文件名认出小标宋、仿宋、黑体、楷体、宋体，核对许可标志准不准嵌入、常用汉字缺多少。
退出码：0 都能用；1 有不能用的，或一个也没有；2 文件夹读不了。
`,
  power: `用法：gouji power 文件 [--previous 上期报告] [--ledger 台账]… [--policy 政策] [--format text|json]

在副本里逐个植入差错再检查，统计能查出多少：一份干净的结果在这份报告上有多可信。
`,
  'stamp-request': `用法：gouji stamp-request 文件.pdf --out 请求.tsq

写出最新一个签章的时间戳请求（RFC 3161），拿到能联网的机器上交给时间戳机构。
`,
  'stamp-attach': `用法：gouji stamp-attach 文件.pdf --token 回复.tsr --out 输出.pdf [--trust 时间戳机构证书.pem]…

把时间戳机构的回复写进最新一个签章（PAdES B-T）。须在下一个签章之前做。
--trust 补上回复里缺少的机构证书。
`,
  verify: `用法：gouji verify 文件.pdf [--trust CA.pem]… [--crl 吊销列表]… [--format text|json]

离线验证签章：完整性、证书链、签章时间、覆盖范围、之后的改动、内嵌的审校依据与正文是否一致。
--trust 给出信任的根证书或中间证书，可以给几个，不给则不判断签章人是否可信；
--crl 给出证书吊销列表（PEM 或 DER），可以给几个，不给则不检查吊销。
其他软件的签章只读其完整性和证书，不算有效。
退出码：0 签章有效；1 无效、没有签章或签章后有改动；2 文件读不了。
`,
  record: `用法：gouji record 案卷.gouji --out 记录.pdf|记录.xlsx [--passphrase-file 口令文件]

审核记录：问题、依据、处置、理由、姓名、时间、数字核对、会签、审计日志及其链头。
退出码：0 完成；2 案卷没有通过核对，或文件读不了、写不了。
`,
  audit: `用法：gouji audit 文件 [--anchor 链头]… [--passphrase-file 口令文件] [--format text|json]

离线核对资料库（library.sqlite）、备份或案卷（.gouji）的审计日志：逐条核对哈希链、各报告的案卷链、日志外留存的链头、
签名，以及正文、原件、处置是否与日志所记相符；指出第一条不对的。文件只读，不会被改动或升级。
--anchor 给出日志外留存的链头：64 位十六进制的哈希、导出的 PDF、案卷、备份或它的 .json，可以给几个；链尾被截掉时由此看出。
退出码：0 完整；1 有改动；2 文件读不了或不是资料库、案卷。
`,
};

export const HELP = `Gouji 勾稽：离线审核监管报告

  gouji check   文件 [--format text|json|sarif]      检查报告
  gouji figures 文件 [--format table|json|csv]       列出全部数字
                [--previous 上期报告] [--ledger 台账]… [--policy 政策]
  gouji text    文件                                输出工作稿
  gouji compare 旧稿 新稿 [--format text|json]        两稿对比
  gouji export  文件 --out 输出.pdf [--draft]         导出 PDF
                [--p12 证书.p12 --passphrase-file 口令文件]
  gouji seal    文件.pdf --out 输出.pdf              签章、加签
                --p12 证书.p12 --passphrase-file 口令文件 [--reason 事由]
  gouji fonts   字体文件夹                            检查本单位字体
  gouji power   文件 [--format text|json]            植错检验
  gouji stamp-request 文件.pdf --out 请求.tsq        时间戳请求
  gouji stamp-attach  文件.pdf --token 回复.tsr --out 输出.pdf
  gouji verify  文件.pdf [--trust CA.pem]…           验证签章
                [--crl 吊销列表]… [--format text|json]
  gouji audit   资料库、备份或案卷 [--anchor 链头]…     核对审计日志
  gouji record  案卷.gouji --out 记录.pdf|.xlsx       审核记录
  gouji --version

报告可以是 Word（.docx）、HTML、Markdown 或纯文本；台账可以是 .xlsx 或 .csv。
各命令的说明：gouji 命令 --help
`;
