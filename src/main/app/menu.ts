import { Menu, type MenuItemConstructorOptions } from 'electron';

const EDIT: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
};

const VIEW: MenuItemConstructorOptions = {
  label: '显示',
  submenu: [
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '实际大小' },
    { role: 'togglefullscreen', label: '全屏' },
  ],
};

/** A menu of what the system expects; undo and redo belong to the review desk, which handles their keys itself. */
export function installMenu(): void {
  const first: MenuItemConstructorOptions = { label: 'Gouji', submenu: [{ role: 'quit', label: '退出' }] };
  Menu.setApplicationMenu(Menu.buildFromTemplate([first, EDIT, VIEW]));
}
