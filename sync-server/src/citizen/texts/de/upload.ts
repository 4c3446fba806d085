import { maximumPages } from '../../../files/file-fault.ts';

/** Handing in files with a form. */
export const upload = {
  upload: {
    or: 'oder',
    hint: (kinds: string, most: number) =>
      `${kinds}, je höchstens 25 MB${most === 1 ? '' : `, höchstens ${most} Dateien`}. Auch ein Foto genügt, wenn alles zu lesen ist.`,
    paper:
      'Lieber auf Papier? Geben Sie die Unterlagen nach dem Absenden im Rathaus ab oder schicken Sie sie mit der Post, jeweils mit dem Aktenzeichen.',
    kept: 'Dateien werden gleich übertragen. Senden Sie den Antrag nicht ab, werden sie nach einem Tag wieder gelöscht.',
    keptOfAnswer:
      'Dateien werden gleich übertragen. Senden Sie die Antwort nicht ab, werden sie nach einem Tag wieder gelöscht.',
    paperOfAnswer:
      'Lieber auf Papier? Geben Sie die Unterlagen im Rathaus ab oder schicken Sie sie mit der Post, jeweils mit dem Aktenzeichen.',
    send: 'Ausgewählte Dateien hinzufügen',
    remove: 'Entfernen',
    list: 'Hinzugefügte Dateien',
    errorTitle: (count: number) =>
      count === 1 ? 'Eine Datei ist nicht dabei' : `${count} Dateien sind nicht dabei`,
    decimalMark: ',',
    faults: {
      empty: (file: string) => `„${file}“ ist leer. Bitte wählen Sie eine andere Datei.`,
      tooBig: (file: string) =>
        `„${file}“ ist größer als 25 MB. Bitte teilen Sie die Datei oder scannen Sie mit geringerer Auflösung.`,
      wrongType: (file: string) =>
        `„${file}“ ist keine Datei, die wir hier annehmen. Bitte speichern Sie sie als PDF, oder machen Sie ein Foto davon.`,
      damaged: (file: string) =>
        `„${file}“ lässt sich nicht lesen: Die Datei ist beschädigt oder unvollständig. Bitte speichern oder scannen Sie sie neu.`,
      encrypted: (file: string) =>
        `„${file}“ ist mit einem Passwort geschützt. Bitte speichern Sie die Datei ohne Passwort und wählen Sie sie erneut.`,
      tooManyPages: (file: string) =>
        `„${file}“ hat mehr als ${maximumPages} Seiten. Bitte teilen Sie die Datei.`,
      tooManyPixels: (file: string) =>
        `„${file}“ hat mehr als 50 Megapixel. Bitte wählen Sie ein kleineres Bild.`,
      tooElaborate: (file: string) =>
        `„${file}“ ist so aufwendig gebaut, dass wir die Datei nicht prüfen können. Bitte drucken Sie sie neu als PDF, oder scannen Sie sie.`,
      infected: (file: string) =>
        `In „${file}“ wurde ein Schadprogramm gefunden. Wir nehmen die Datei nicht an. Bitte prüfen Sie Ihr Gerät.`,
      tooMany: (file: string) =>
        `„${file}“ ist eine Datei zu viel. Bitte entfernen Sie zuerst eine andere, oder fassen Sie mehrere zusammen.`,
      gone: (file: string) => `„${file}“ ist nicht mehr da. Bitte wählen Sie die Datei noch einmal aus.`,
      notNow: (file: string) =>
        `„${file}“ konnte gerade nicht gespeichert werden. Bitte versuchen Sie es in einigen Minuten erneut, oder geben Sie die Unterlage im Rathaus ab.`,
    },
    /** Said while it goes on, by the script. */
    says: {
      preparing: '„%s“ wird vorbereitet …',
      sending: '„%s“: %p % übertragen',
      waiting: '„%s“: Die Verbindung ist unterbrochen. Es geht weiter, sobald sie wieder da ist.',
      busy: 'Der Server nimmt „%s“ gerade nicht an. Es wird weiter versucht.',
      checking: '„%s“ wird geprüft …',
      added: '„%s“ ist hinzugefügt.',
      removed: '„%s“ ist entfernt.',
      failed: '„%s“ konnte nicht übertragen werden. Bitte versuchen Sie es erneut.',
      still: 'Bitte warten Sie: Es werden noch Dateien übertragen. Danach geht es von selbst weiter.',
    },
  },
} as const;
