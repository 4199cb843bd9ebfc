import { dialog } from 'electron';

/** Before there is a window: what is wrong with the library, and whether a backup is to take its place. */
export async function askRescue(message: string, backup: string | null): Promise<boolean> {
  const buttons = backup === null ? ['退出'] : ['恢复这份备份', '退出'];
  const detail =
    backup === null
      ? undefined
      : `可以恢复最近的备份（${backup}）。现有的文件会改名保留，不会删除；备份之后的工作不在备份里。`;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Gouji 勾稽',
    message,
    ...(detail === undefined ? {} : { detail }),
    buttons,
    defaultId: buttons.length - 1,
    cancelId: buttons.length - 1,
    noLink: true,
  });
  return backup !== null && response === 0;
}
