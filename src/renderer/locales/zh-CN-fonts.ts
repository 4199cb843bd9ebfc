export const fonts = {
  fonts: {
    title: 'PDF 字体',
    none: '用随软件提供的开源字体。本单位有授权字体的，可指定其文件夹。',
    choose: '指定字体文件夹…',
    clear: '改回随软件提供的',
    faces: { TitleSong: '小标宋', FangSong: '仿宋', HeiTi: '黑体', KaiTi: '楷体', Song: '宋体' },
    shipped: (face: string) => `${face}：文件夹里没有，用随软件提供的`,
    refused: (face: string, file: string) => `${face}：${file} 不能用，用随软件提供的。`,
    used: (face: string, font: string, lacking: number) =>
      lacking === 0 ? `${face}：${font}` : `${face}：${font}（缺 ${lacking} 个常用汉字，用随软件提供的补）`,
  },
};
