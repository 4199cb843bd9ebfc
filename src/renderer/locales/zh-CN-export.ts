/** Words of the export dialog. */
export const exporting = {
  export: {
    title: '导出 PDF',
    kind: '导出为',
    draft: '草稿',
    draftHint: '每页标“草稿”，随时可以导出',
    final: '正式件',
    finalHint: '没有未处理的错误时才能导出',
    blocked: (n: number) => `还有 ${n} 个错误没有处理，不能导出正式件：`,
    blockedRules: (codes: string) => `规则 ${codes} 没有跑完，不能导出正式件`,
    more: (n: number) => `另有 ${n} 个`,
    organisation: '编制单位',
    organisationHint: '可不填，写作 PDF 的作者',
    confirm: '导出…',
    confirmSealed: '导出并签章…',
    running: '正在生成 PDF…',
    done: '已导出',
    doneSealed: '已导出并签章',
    size: (kb: string) => `${kb} KB`,
    again: '再导出一份',
  },
};
