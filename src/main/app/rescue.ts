import { dialog } from 'electron';

const LABELS = {
  restore: '恢复这份备份',
  begin: '建立新的资料库',
  leave: '退出',
} as const;

type RescueAnswer = keyof typeof LABELS;

/** Before there is a window: what is wrong with the library, and whether a backup or a new one is to take its place. */
export async function askRescue(
  message: string,
  backup: string | null,
  canBegin: boolean,
): Promise<RescueAnswer> {
  const answers: readonly RescueAnswer[] = [
    ...(backup === null ? [] : (['restore'] as const)),
    ...(canBegin ? (['begin'] as const) : []),
    'leave',
  ];
  const detail =
    backup === null
      ? undefined
      : `可以恢复最近的备份（${backup}）。现有的文件会改名保留，不会删除；备份之后的工作不在备份里。`;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Gouji 勾稽',
    message,
    ...(detail === undefined ? {} : { detail }),
    buttons: answers.map((answer) => LABELS[answer]),
    defaultId: answers.length - 1,
    cancelId: answers.length - 1,
    noLink: true,
  });
  return answers[response] ?? 'leave';
}
