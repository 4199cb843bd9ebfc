export const fonts = {
  fonts: {
    title: 'Fonts of the PDF',
    none: 'The open fonts that are shipped. A company with licensed fonts can name their folder.',
    choose: 'Choose a folder of fonts…',
    clear: 'Back to the shipped fonts',
    faces: { TitleSong: 'Title Song', FangSong: 'FangSong', HeiTi: 'HeiTi', KaiTi: 'KaiTi', Song: 'Song' },
    shipped: (face: string) => `${face}: not in the folder, the shipped one is used`,
    refused: (face: string, file: string) => `${face}: ${file} cannot be used, the shipped one is. `,
    used: (face: string, font: string, lacking: number) =>
      lacking === 0
        ? `${face}: ${font}`
        : `${face}: ${font} (lacks ${lacking} common characters; the shipped one steps in)`,
  },
};
