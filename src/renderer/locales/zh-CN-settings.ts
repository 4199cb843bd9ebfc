/** Words of the settings. */
export const settings = {
  settings: {
    title: '设置',
    open: '设置',
    language: '语言',
    theme: '颜色',
    themes: { system: '跟随系统', light: '浅色', dark: '深色', contrast: '高对比度' },
    fontSize: '字号',
    fontSizeOf: (percent: number) => (percent === 100 ? '标准（100%）' : `${percent}%`),
    policy: '默认检查政策',
    policyHint: '新报告按它检查；单份报告可以另选',
    signing: '签发与签章',
    signingHint: '导出、签章、发布时先填上这些，届时可以改。证书和口令不在此保存。',
    signingFields: {
      organisation: '编制单位',
      signatory: '签发人',
      place: '签章地点',
      contact: '联系方式',
      reason: '签章事由',
    },
    look: '界面',
    review: '审校',
    about: (version: string, rules: number) => `勾稽 ${version} · ${rules} 条规则`,
    data: '数据保存在',
  },
};
