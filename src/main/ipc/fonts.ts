import { dirname } from 'node:path';
import type { FontsState } from '../../shared/ipc/fonts';
import { success } from '../../shared/result';
import { writeSetting } from '../db/settings';
import { OWN_FONTS, ownFontsOf } from '../desk/own-fonts';
import type { Context } from './context';
import type { Handlers } from './handle';

const FONTS = [{ name: '字体', extensions: ['ttf', 'otf'] }];

type Channels = 'fonts:state' | 'fonts:choose' | 'fonts:clear';

export const fontHandlers = ({ desk, jobs, dialogs }: Context): Pick<Handlers, Channels> => {
  const state = async (): Promise<FontsState> => {
    const folder = ownFontsOf(desk);
    if (folder === null) return { folder, faces: [], problem: null };
    const faces = await jobs.run('inspect-fonts', '', { folder });
    return faces.ok
      ? { folder, faces: faces.value, problem: null }
      : { folder, faces: [], problem: faces.error.message };
  };
  return {
    'fonts:state': async () => success(await state()),
    'fonts:choose': async () => {
      const file = await dialogs.openFile('选择本单位字体文件夹里的任一字体', FONTS);
      if (file === null) return success(null);
      writeSetting(desk.connection, OWN_FONTS, dirname(file));
      return success(await state());
    },
    'fonts:clear': async () => {
      writeSetting(desk.connection, OWN_FONTS, '');
      return success(await state());
    },
  };
};
