import { shellTexts } from './shell-texts.ts';

/** What the menu asks of the shell. */
export type MenuAction = 'print' | 'saveAsPdf' | 'toggleStartWithSystem' | 'about';

/** A menu as data: a `role` is Electron's own behaviour, an `action` ours. */
export type MenuItem =
  | { readonly type: 'separator' }
  | { readonly label: string; readonly role: MenuRole; readonly accelerator?: string }
  | {
      readonly label: string;
      readonly action: MenuAction;
      readonly accelerator?: string;
      readonly isChecked?: boolean;
    };

export type MenuRole =
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'minimize'
  | 'close';

export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

const separator = { type: 'separator' } as const;

/** `startsWithSystem`: `undefined` where the operating system has no such switch for programs. */
export function shellMenu(startsWithSystem: boolean | undefined): readonly Menu[] {
  const text = shellTexts.menu;
  const start: readonly MenuItem[] =
    startsWithSystem === undefined
      ? []
      : [
          { label: text.startWithSystem, action: 'toggleStartWithSystem', isChecked: startsWithSystem },
          separator,
        ];
  return [
    {
      label: text.file,
      items: [
        { label: text.print, action: 'print', accelerator: 'CmdOrCtrl+P' },
        { label: text.saveAsPdf, action: 'saveAsPdf', accelerator: 'CmdOrCtrl+Shift+S' },
        separator,
        ...start,
        { label: text.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: text.edit,
      items: [
        { label: text.undo, role: 'undo' },
        { label: text.redo, role: 'redo' },
        separator,
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: text.view,
      items: [
        { label: text.reload, role: 'reload' },
        separator,
        { label: text.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        { label: text.zoomOut, role: 'zoomOut' },
        { label: text.zoomReset, role: 'resetZoom' },
        separator,
        { label: text.fullScreen, role: 'togglefullscreen' },
      ],
    },
    {
      label: text.window,
      items: [
        { label: text.minimize, role: 'minimize' },
        { label: text.close, role: 'close' },
      ],
    },
    { label: text.help, items: [{ label: text.about, action: 'about' }] },
  ];
}
