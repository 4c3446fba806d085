import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuAction, type MenuItem, shellMenu } from '../shell/shell-menu.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { savePageAsPdf } from './save-files.ts';

export function setNativeMenu(window: BrowserWindow): void {
  const perform: Record<MenuAction, () => void> = {
    print: () => window.webContents.print(),
    saveAsPdf: () => void savePageAsPdf(window),
    toggleStartWithSystem() {
      app.setLoginItemSettings({ openAtLogin: !app.getLoginItemSettings().openAtLogin });
      setNativeMenu(window);
    },
    about: () =>
      void dialog.showMessageBox(window, { type: 'info', message: shellTexts.about(app.getVersion()) }),
  };
  // Linux has no such switch that Electron could turn
  const startsWithSystem = process.platform === 'win32' ? app.getLoginItemSettings().openAtLogin : undefined;
  const template = shellMenu(startsWithSystem).map(({ label, items }) => ({
    label,
    submenu: items.map((item) => nativeItem(item, perform)),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function nativeItem(item: MenuItem, perform: Record<MenuAction, () => void>): MenuItemConstructorOptions {
  if ('type' in item) return item;
  const { label, accelerator } = item;
  const shown = { label, ...(accelerator === undefined ? {} : { accelerator }) };
  if ('role' in item) return { ...shown, role: item.role };
  return {
    ...shown,
    click: perform[item.action],
    ...(item.isChecked === undefined ? {} : { type: 'checkbox' as const, checked: item.isChecked }),
  };
}
