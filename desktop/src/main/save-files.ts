import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog, type Session } from 'electron';
import { appOrigin } from '../shell/shell-addresses.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { suggestedFileName } from '../shell/suggested-file-name.ts';

/** What the desk itself made may be saved where the clerk says; nothing else is downloaded, and nothing silently. */
export function offerSaving(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) {
      event.preventDefault();
      return;
    }
    const defaultPath = suggestedFileName(item.getFilename(), shellTexts.name);
    item.setSaveDialogOptions({ title: shellTexts.saveTitle, defaultPath });
    item.once('done', (_event, state) => {
      if (state === 'interrupted') showSaveFailed();
    });
  });
}

export async function savePageAsPdf(window: BrowserWindow): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: shellTexts.saveTitle,
    defaultPath: suggestedFileName(`${window.getTitle()}.pdf`, `${shellTexts.name}.pdf`),
    filters: [{ name: shellTexts.pdf, extensions: ['pdf'] }],
  });
  if (canceled) return;
  try {
    await writeFile(filePath, await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true }));
  } catch (error) {
    console.error(error);
    showSaveFailed();
  }
}

function showSaveFailed(): void {
  dialog.showErrorBox(shellTexts.saveFailed.title, shellTexts.saveFailed.text);
}
