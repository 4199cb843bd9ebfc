/** Words of the print preview. */
export const preview = {
  preview: {
    open: '打印预览',
    title: {
      errors: '打印预览（草稿：还有未处理的错误）',
      rules: '打印预览（草稿：有规则没有跑完）',
      signOff: '打印预览（草稿：还没有会签完成并发布）',
      final: '打印预览（正式件）',
    },
    making: '正在排版…',
    unreadable: '无法显示排好的 PDF',
    pages: '页面列表',
    document: '页面',
    page: (n: number, all: number) => `第 ${n} 页，共 ${all} 页`,
    previous: '上一页（P）',
    next: '下一页（N）',
    smaller: '缩小（-）',
    larger: '放大（+）',
    fit: '适合宽度',
    search: '在预览中查找',
    found: (n: number, all: number) => (all === 0 ? '没有找到' : `${n} / ${all}`),
  },
};
