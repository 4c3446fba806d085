import type { PublicStatus } from '@amtsstube/shared/domain/citizen-view';

/** What became of sending, the receipt, the status page. */
export const sending = {
  notices: {
    renewed: {
      title: 'Das Formular wurde erneuert',
      text: 'Ihr Antrag ist noch nicht abgesendet: Die Gemeinde hat das Formular inzwischen geändert. Ihre Angaben sind übernommen, soweit es die Felder noch gibt. Bitte prüfen Sie sie und senden Sie erneut ab.',
    },
    expired: {
      title: 'Das Formular war länger als 30 Tage offen',
      text: 'Ihr Antrag ist noch nicht abgesendet. Ihre Angaben sind erhalten geblieben: Bitte prüfen Sie sie und senden Sie erneut ab.',
    },
    unknownTicket: {
      title: 'Das Formular konnte nicht zugeordnet werden',
      text: 'Ihr Antrag ist noch nicht abgesendet. Ihre Angaben sind erhalten geblieben: Bitte prüfen Sie sie und senden Sie erneut ab.',
    },
    unavailable: {
      title: 'Der Antrag konnte gerade nicht gespeichert werden',
      text: 'Ihr Antrag ist noch nicht abgesendet. Ihre Angaben sind erhalten geblieben: Bitte senden Sie in einigen Minuten erneut ab.',
    },
    refused: {
      title: 'Der Antrag wurde nicht angenommen',
      text: 'Ihr Antrag ist noch nicht abgesendet. Bitte prüfen Sie Ihre Angaben und senden Sie erneut ab. Gelingt es nicht, wenden Sie sich bitte an das Rathaus.',
    },
    notOffered: {
      title: 'Diese Leistung wird zurzeit nicht online angeboten',
      text: 'Ihr Antrag ist nicht abgesendet: Die Gemeinde hat die Leistung inzwischen aus dem Angebot genommen. Was Sie eingegeben haben, steht noch hier; bitte wenden Sie sich an das Rathaus.',
    },
    trapped: {
      title: 'Bitte noch einmal absenden',
      text: 'Es ist noch nichts abgesendet: Ein Feld, das leer bleiben soll, war ausgefüllt, vielleicht von Ihrem Browser. Es ist jetzt wieder leer; alles andere ist erhalten geblieben.',
    },
    unknownFields: {
      title: 'Das Formular enthält unbekannte Felder',
      text: 'Ihr Antrag ist noch nicht abgesendet. Die unbekannten Felder sind weggelassen: Bitte prüfen Sie Ihre Angaben und senden Sie erneut ab.',
    },
  },

  /** Where very many applications came from one place. */
  toll: {
    title: 'Kurz warten, dann noch einmal absenden',
    lead: 'Ihr Antrag ist noch nicht abgesendet: Von Ihrem Anschluss kamen in kurzer Zeit viele Anträge. Ihre Angaben sind erhalten geblieben.',
    below: 'Unten neben dem Absenden steht, wann es weitergeht.',
    wait: (seconds: number) =>
      `Bitte warten Sie ${seconds <= 60 ? 'eine Minute' : `${Math.ceil(seconds / 60)} Minuten`} und senden Sie den Antrag dann noch einmal ab.`,
    working:
      'Ihr Browser rechnet einen Augenblick, damit niemand Anträge massenhaft verschicken kann. Das dauert meist nur Sekunden.',
    done: 'Fertig: Sie können den Antrag jetzt absenden.',
  },

  otherText: {
    title: 'Ihr Antrag ist schon eingegangen',
    text: (receivedAt: string, fileReference: string) =>
      `Es gilt die Fassung, die am ${receivedAt} unter dem Aktenzeichen ${fileReference} eingegangen ist.`,
    changed: 'Was Sie danach geändert haben, ist nicht eingegangen. Es ist aber nicht verloren:',
    anew: 'Mit den geänderten Angaben einen neuen Antrag vorbereiten',
    receipt: 'Zur Eingangsbestätigung des ersten Antrags',
  },

  receipt: {
    title: 'Ihr Antrag ist eingegangen',
    lead: (municipality: string) => `${municipality} hat Ihren Antrag erhalten und kümmert sich darum.`,
    fileReference: 'Aktenzeichen',
    trackingCode: 'Zugangscode',
    receivedAt: 'Eingegangen am',
    service: 'Leistung',
    keep: 'Bitte bewahren Sie den Zugangscode auf: drucken Sie diese Seite aus oder notieren Sie ihn. Wer ihn kennt, kann den Stand Ihres Antrags sehen.',
    documents: 'Diese Unterlagen brauchen wir noch',
    documentsLead:
      'Bitte geben Sie sie im Rathaus ab oder schicken Sie sie mit der Post. Nennen Sie dabei das Aktenzeichen.',
    summary: 'Worum es geht',
    answers: 'Ihre Angaben',
    mailed: 'Aktenzeichen und Zugangscode schicken wir Ihnen auch per E-Mail.',
    status: 'Stand des Antrags ansehen',
    print: 'Seite drucken',
    expiredTitle: 'Diese Eingangsbestätigung wird nicht mehr angezeigt',
    expired:
      'Sie ist zum Schutz Ihrer Daten nur einen Tag lang abrufbar. Den Stand sehen Sie jederzeit mit Ihrem Zugangscode.',
  },

  status: {
    navigation: 'Stand eines Antrags',
    title: 'Stand eines Antrags',
    lead: 'Den Zugangscode finden Sie auf der Eingangsbestätigung und in der E-Mail, die Sie bekommen haben.',
    code: 'Zugangscode',
    codeHint: '15 Zeichen, zum Beispiel ABCDE-FGHJK-MNPQR',
    show: 'Stand anzeigen',
    notACode: 'Bitte den Zugangscode mit seinen 15 Zeichen eingeben.',
    unknown:
      'Zu diesem Zugangscode gibt es keinen Antrag. Bitte vergleichen Sie ihn mit Ihrer Eingangsbestätigung.',
    fileReference: 'Aktenzeichen',
    receivedAt: 'Eingegangen am',
    state: 'Stand',
    decisionExpectedBy: 'Entscheidung voraussichtlich bis',
    handedTo: 'Abgegeben an',
    handedOverAt: 'Abgegeben am',
    contact: 'Erreichbar unter',
    decidedAt: 'Entschieden am',
    reason: 'Begründung',
    letters: 'Schreiben',
    letter: (subject: string, on: string) => `${subject} (${on}, PDF)`,
    noLetter: 'Dieses Schreiben gibt es nicht. Bitte öffnen Sie den Stand Ihres Antrags noch einmal.',
    another: 'Einen anderen Antrag ansehen',
    states: {
      received: 'eingegangen',
      inProgress: 'in Bearbeitung',
      waiting: 'wartet auf Ihre Antwort',
      approved: 'bewilligt',
      partly: 'teilweise bewilligt',
      rejected: 'abgelehnt',
      handedOver: 'an die zuständige Stelle abgegeben',
      withdrawn: 'zurückgenommen',
      notResponsible: 'nicht zuständig',
    } satisfies Record<PublicStatus, string>,
    explained: {
      received: 'Ihr Antrag liegt vor und wird bald bearbeitet.',
      inProgress: 'Eine Sachbearbeiterin oder ein Sachbearbeiter prüft Ihren Antrag.',
      handedOver:
        'Über Ihren Antrag entscheidet eine andere Stelle. Wir haben ihn mit allen Unterlagen dorthin abgegeben. Sie müssen nichts tun; bei Fragen wenden Sie sich bitte dorthin.',
      waiting: 'Wir haben eine Frage an Sie. Bitte antworten Sie, damit es weitergehen kann.',
      approved: 'Ihr Antrag wurde bewilligt.',
      partly: 'Ihr Antrag wurde zum Teil bewilligt.',
      rejected: 'Ihr Antrag wurde abgelehnt.',
      withdrawn: 'Der Antrag wurde zurückgenommen. Das Verfahren ist beendet.',
      notResponsible: 'Wir sind für Ihren Antrag nicht zuständig.',
    } satisfies Record<PublicStatus, string>,
  },
} as const;
