/** Every German word the shell itself shows: menu and dialogs. What the page shows stands in texts/de.ts. */
export const shellTexts = {
  name: 'Amtsstube',
  menu: {
    file: '&Datei',
    print: '&Drucken …',
    saveAsPdf: '&Als PDF speichern …',
    startWithSystem: 'Mit &Windows starten',
    quit: '&Beenden',
    edit: '&Bearbeiten',
    undo: '&Rückgängig',
    redo: '&Wiederholen',
    cut: '&Ausschneiden',
    copy: '&Kopieren',
    paste: '&Einfügen',
    selectAll: 'Alles au&swählen',
    view: '&Ansicht',
    reload: '&Neu laden',
    zoomIn: 'Ver&größern',
    zoomOut: 'Ver&kleinern',
    zoomReset: '&Originalgröße',
    fullScreen: '&Vollbild',
    window: '&Fenster',
    minimize: '&Minimieren',
    close: '&Schließen',
    help: '&Hilfe',
    about: 'Ü&ber Amtsstube',
  },
  about: (version: string) => `Amtsstube ${version}`,
  saveTitle: 'Speichern unter',
  pdf: 'PDF-Dokument',
  saveFailed: {
    title: 'Die Datei ließ sich nicht speichern',
    text: 'Bitte prüfen Sie, ob der Ordner beschreibbar und auf dem Datenträger Platz ist, und versuchen Sie es erneut.',
  },
  crash: {
    title: 'Das Fenster von Amtsstube ist abgestürzt',
    text: 'Was als gespeichert gemeldet wurde, ist auf diesem Gerät sicher. Laden Sie das Fenster neu. Tritt der Fehler wieder auf, wenden Sie sich an die Systembetreuung.',
    reload: 'Neu laden',
    quit: 'Beenden',
  },
  unresponsive: {
    title: 'Amtsstube antwortet gerade nicht',
    text: 'Vielleicht ist der PC beschäftigt. Sie können warten oder das Fenster neu laden; was als gespeichert gemeldet wurde, bleibt erhalten.',
    wait: 'Warten',
    reload: 'Neu laden',
  },
  noServer: {
    title: 'Amtsstube kennt den Server Ihrer Gemeinde noch nicht',
    text: (path: string) =>
      `Legen Sie die Adresse in der Datei ${path} ab, zum Beispiel {"server": "https://amt.gemeinde.example"}, oder starten Sie das Programm einmal mit --server=https://amt.gemeinde.example. Die Adresse nennt Ihnen Ihre Systembetreuung.`,
  },
  unusableServer: {
    title: 'Die Adresse des Servers ist nicht brauchbar',
    argument: 'Die Angabe nach --server= ist keine Adresse, die mit https beginnt.',
    installation: (path: string) => `In der Datei ${path} steht keine Adresse, die mit https beginnt.`,
  },
  startFailed: {
    title: 'Amtsstube ließ sich nicht starten',
    text: (detail: string) =>
      `Es wurde nichts gelöscht. Bleibt es dabei, geben Sie diesen Text an die Systembetreuung weiter:\n\n${detail}`,
  },
} as const;
