import type { PublicStatus } from '@amtsstube/shared/domain/citizen-view';
import type { FormField } from '@amtsstube/shared/domain/form';
import type { FieldError } from '@amtsstube/shared/domain/form-interpreter';

/** Every German sentence of the citizens' pages. */
export const de = {
  siteName: 'Amtsstube',
  skipLink: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  contact: 'Kontakt',
  phone: 'Telefon',
  email: 'E-Mail',
  web: 'Internet',
  openingHours: 'Öffnungszeiten',
  yes: 'Ja',
  no: 'Nein',
  error: 'Fehler',

  home: {
    title: 'Online-Anträge der Gemeinden',
    lead: 'Wählen Sie Ihre Gemeinde.',
    none: 'Noch bietet hier keine Gemeinde Online-Anträge an.',
  },

  services: {
    navigation: 'Leistungen',
    title: 'Leistungen, die Sie online beantragen können',
    none: 'Zurzeit wird keine Leistung online angeboten.',
  },

  service: {
    department: 'Zuständig',
    serviceKey: 'Leistungsschlüssel',
    start: 'Online beantragen',
    notOnline: 'Diese Leistung wird zurzeit nicht online angeboten. Bitte wenden Sie sich an das Rathaus.',
    howItGoes: 'So geht es weiter',
    steps: [
      'Sie füllen das Formular aus und senden es ab.',
      'Sie bekommen sofort ein Aktenzeichen und einen Zugangscode, außerdem eine Bestätigung per E-Mail.',
      'Mit dem Zugangscode sehen Sie jederzeit, wie weit Ihr Antrag ist.',
    ],
  },

  form: {
    optional: 'optional',
    intro: 'Alle Felder ohne den Zusatz „optional“ müssen ausgefüllt werden.',
    dateHint: 'Tag.Monat.Jahr, zum Beispiel 24.5.2026',
    choose: 'Bitte wählen',
    onlyWhen: (label: string, answer: string) =>
      `Nur ausfüllen, wenn Sie „${label}“ mit „${answer}“ beantwortet haben.`,
    privacy:
      'Ihre Angaben gehen nur an die Gemeinde und werden nur für diesen Antrag verwendet. Gespeichert wird bei der Gemeinde erst ein vollständiger, abgesendeter Antrag; bis dahin bleiben sie in Ihrem Browser.',
    send: 'Antrag absenden',
    sending: 'Wird gesendet …',
    errorTitle: (count: number) =>
      count === 1
        ? 'Eine Angabe fehlt noch oder ist nicht lesbar'
        : `${count} Angaben fehlen noch oder sind nicht lesbar`,
    errorLead: 'Ihr Antrag ist noch nicht abgesendet. Was Sie eingegeben haben, ist erhalten geblieben.',
    draftRestored: 'Ihre noch nicht abgesendeten Angaben wurden wiederhergestellt.',
  },

  notices: {
    renewed: {
      title: 'Das Formular wurde erneuert',
      text: 'Ihr Antrag ist noch nicht abgesendet: Die Gemeinde hat das Formular inzwischen geändert. Ihre Angaben sind übernommen, soweit es die Felder noch gibt. Bitte prüfen Sie sie und senden Sie erneut ab.',
    },
    expired: {
      title: 'Das Formular war länger als sieben Tage offen',
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
    unknownFields: {
      title: 'Das Formular enthält unbekannte Felder',
      text: 'Ihr Antrag ist noch nicht abgesendet. Die unbekannten Felder sind weggelassen: Bitte prüfen Sie Ihre Angaben und senden Sie erneut ab.',
    },
  },

  otherText: {
    title: 'Ihr Antrag ist schon eingegangen',
    text: (receivedAt: string, fileReference: string) =>
      `Es gilt die Fassung, die am ${receivedAt} Uhr unter dem Aktenzeichen ${fileReference} eingegangen ist.`,
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
    decidedAt: 'Entschieden am',
    reason: 'Begründung',
    another: 'Einen anderen Antrag ansehen',
    states: {
      received: 'eingegangen',
      inProgress: 'in Bearbeitung',
      approved: 'bewilligt',
      rejected: 'abgelehnt',
    } satisfies Record<PublicStatus, string>,
    explained: {
      received: 'Ihr Antrag liegt vor und wird bald bearbeitet.',
      inProgress: 'Eine Sachbearbeiterin oder ein Sachbearbeiter prüft Ihren Antrag.',
      approved: 'Ihr Antrag wurde bewilligt. Den Bescheid erhalten Sie gesondert.',
      rejected: 'Ihr Antrag wurde abgelehnt. Den Bescheid erhalten Sie gesondert.',
    } satisfies Record<PublicStatus, string>,
  },

  invitation: {
    title: 'Passwort festlegen',
    lead: (municipality: string, email: string) =>
      `Für Ihren Zugang zu Amtsstube, ${municipality}. Sie melden sich mit der Adresse ${email} an.`,
    password: 'Neues Passwort',
    again: 'Neues Passwort wiederholen',
    help: 'Mindestens 12 Zeichen. Ein Satz ist leichter zu merken als ein Wort mit Sonderzeichen.',
    save: 'Passwort festlegen',
    problem: 'Das Passwort ist noch nicht festgelegt',
    tooShort: 'Bitte wählen Sie ein Passwort mit mindestens 12 und höchstens 200 Zeichen.',
    different: 'Die beiden Passwörter sind nicht gleich. Bitte geben Sie beide noch einmal ein.',
    done: {
      title: 'Ihr Passwort ist festgelegt',
      text: 'Sie können sich jetzt an einem eingerichteten Gerät mit Ihrer E-Mail-Adresse und diesem Passwort anmelden.',
      desk: 'Amtsstube öffnen',
    },
    gone: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde schon benutzt, oder er ist älter als sieben Tage. Bitte lassen Sie sich von Ihrer Systembetreuung einen neuen schicken.',
    },
  },

  problems: {
    malformedRequest: {
      title: 'Die Anfrage war nicht lesbar',
      text: 'Bitte gehen Sie zurück und versuchen Sie es erneut.',
    },
    tooLarge: {
      title: 'Die Angaben sind zu lang',
      text: 'Es wurde nichts abgesendet. Bitte gehen Sie zurück und kürzen Sie Ihre Angaben.',
    },
    notFound: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht wurde sie verschoben. Die Startseite hilft Ihnen weiter.',
    },
    tooManyRequests: {
      title: 'Zu viele Anfragen',
      text: 'Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Anfragen. Bitte versuchen Sie es in einigen Minuten erneut.',
    },
    unavailable: {
      title: 'Der Dienst ist gerade nicht erreichbar',
      text: 'Bitte versuchen Sie es in einigen Minuten erneut.',
    },
    internal: {
      title: 'Das hat nicht geklappt',
      text: 'Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es später erneut.',
    },
    home: 'Zur Startseite',
  },
} as const;

/** What is wrong with an answer, as a sentence that says what to do. */
export function fieldErrorText(field: FormField, code: FieldError['code']): string {
  switch (code) {
    case 'required':
      return field.type === 'choice' || field.type === 'yesNo'
        ? `Bitte bei „${field.label}“ eine Antwort wählen.`
        : `Bitte „${field.label}“ ausfüllen.`;
    case 'tooLong':
      return `„${field.label}“ ist zu lang${'maxLength' in field ? `: höchstens ${field.maxLength} Zeichen` : ''}.`;
    case 'notADate':
      return `Bitte „${field.label}“ als Datum angeben, zum Beispiel 24.5.2026.`;
    case 'notAnEmail':
      return 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.';
    case 'notAChoice':
    case 'notYesOrNo':
      return `Bitte bei „${field.label}“ eine der Antworten wählen.`;
    case 'patternMismatch':
      return field.type === 'text' && field.pattern
        ? field.pattern.says
        : `„${field.label}“ ist nicht lesbar. Bitte erneut eingeben.`;
    case 'controlCharacters':
      return `„${field.label}“ enthält Zeichen, die nicht erlaubt sind. Bitte erneut eingeben.`;
    case 'unknownField':
      return 'Dieses Feld gibt es im Formular nicht.';
  }
}
