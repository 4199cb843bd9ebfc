export const editing = {
  editing: {
    label: '修改这段文字',
    reason: '修改理由',
    reasonHint: '理由（可不填，默认记为“修改第几行”）',
    save: '保存',
    checking: '正在核对…',
    hint: '边改边核对；Ctrl+Enter 保存为新版本，Esc 放弃。',
    noneHere: '此处没有问题',
    here: (n: number) => `此处 ${n} 个问题`,
    gone: (n: number) => `消除 ${n} 个`,
    arrived: (n: number) => `新增 ${n} 个`,
    elsewhere: '（别处）',
    unsaved: {
      title: '有未保存的修改',
      question: '正文里有改了还没有保存的文字。先保存为新版本，还是放弃？',
      save: '保存并继续',
      discard: '放弃修改',
      stay: '返回修改',
    },
    editHint: '双击，或按 Enter、F2 修改',
  },
};
