import type { PublicStatus } from '@amtsstube/shared/domain/citizen-view';
import type { FieldErrorCode } from '@amtsstube/shared/domain/forms/field-error';
import type { PartName } from '@amtsstube/shared/domain/forms/kinds/kind';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import type { LocatedField } from '@amtsstube/shared/domain/forms/locate-field';
import type { LifeSituation } from '@amtsstube/shared/domain/service-description';

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
    search: 'Ort oder Postleitzahl',
    searchHint: 'Zum Beispiel: 39576 oder Musterstadt',
    find: 'Gemeinde finden',
    all: 'Alle Gemeinden zeigen',
    found: (count: number, query: string) =>
      count === 0
        ? `Zu „${query}“ haben wir keine Gemeinde gefunden.`
        : `${count === 1 ? 'Eine Gemeinde passt' : `${count} Gemeinden passen`} zu „${query}“.`,
    none: 'Noch bietet hier keine Gemeinde Online-Anträge an.',
  },

  /** What addresses and persons are asked for. */
  parts: {
    street: 'Straße',
    houseNumber: 'Hausnummer',
    postalCode: 'Postleitzahl',
    place: 'Ort',
    firstName: 'Vorname',
    lastName: 'Nachname',
    birthName: 'Geburtsname',
    bornOn: 'Geburtsdatum',
    birthPlace: 'Geburtsort',
    nationality: 'Staatsangehörigkeit',
  } satisfies Record<PartName, string>,

  services: {
    navigation: 'Leistungen',
    title: 'Leistungen der Gemeinde',
    none: 'Zurzeit wird keine Leistung online angeboten.',
    search: 'Leistung suchen',
    searchHint: 'Zum Beispiel: Hund, heiraten, Gerüst',
    find: 'Suchen',
    all: 'Alle Leistungen zeigen',
    found: (count: number, query: string) =>
      count === 0
        ? `Zu „${query}“ haben wir nichts gefunden. Versuchen Sie ein anderes Wort oder sehen Sie alle Leistungen durch.`
        : `${count === 1 ? 'Eine Leistung passt' : `${count} Leistungen passen`} zu „${query}“.`,
    situations: {
      property: 'Haus und Grundstück',
      family: 'Familie und Lebensereignisse',
      education: 'Schule, Kita und Bildung',
      animals: 'Tiere und Angeln',
      business: 'Gewerbe und Selbstständigkeit',
      traffic: 'Straße und Verkehr',
      order: 'Ordnung und Alltag',
    } satisfies Record<LifeSituation, string>,
    otherSituations: 'Weitere Leistungen',
  },

  service: {
    responsible: 'Wer sich darum kümmert',
    department: 'Zuständig',
    serviceKey: 'Leistungsschlüssel',
    noServiceKey: 'kein Schlüssel bekannt',
    needs: 'Was Sie brauchen',
    documents: 'Welche Unterlagen dazugehören',
    documentsByAnswers: 'Je nach Ihren Angaben:',
    costsAndTime: 'Kosten und Dauer',
    fee: 'Gebühr',
    feeExample: 'Beispiel: Maßgeblich ist die Satzung der Gemeinde.',
    duration: 'Dauer',
    decidedWithin: (days: number) => `Entschieden wird innerhalb von ${days} Tagen.`,
    ways: 'So können Sie es erledigen',
    channels: {
      online: 'online, mit dem Formular auf dieser Seite',
      appointment: 'persönlich im Rathaus, mit einem Termin',
      district: 'direkt beim Landkreis',
    },
    district: 'Darüber entscheidet der Landkreis',
    start: 'Online beantragen',
    startStepwise: 'Schritt für Schritt ausfüllen',
    notOnline: 'Diese Leistung wird zurzeit nicht online angeboten. Bitte wenden Sie sich an das Rathaus.',
    howItGoes: 'So geht es weiter',
    steps: [
      'Sie füllen das Formular aus, prüfen Ihre Angaben und senden sie ab.',
      'Sie bekommen sofort ein Aktenzeichen und einen Zugangscode, außerdem eine Bestätigung per E-Mail.',
      'Mit dem Zugangscode sehen Sie jederzeit, wie weit Ihr Antrag ist.',
    ],
  },

  form: {
    optional: 'optional',
    intro: 'Alle Felder ohne den Zusatz „optional“ müssen ausgefüllt werden.',
    dateHint: 'Tag.Monat.Jahr, zum Beispiel 24.5.2026',
    moneyHint: 'Betrag in Euro, zum Beispiel 12,50',
    ibanHint: 'Zum Beispiel DE02 1203 0000 0000 2020 51',
    example: (text: string) => `Zum Beispiel: ${text}`,
    unit: (unit: string) => `Angabe in ${unit}`,
    several: 'Mehrere Antworten sind möglich.',
    choose: 'Bitte wählen',
    removeEntry: (title: string) => `${title} entfernen`,
    handInOnPaper:
      'Bitte geben Sie diese Unterlagen nach dem Absenden im Rathaus ab oder schicken Sie sie mit der Post, jeweils mit dem Aktenzeichen.',
    onlyUnless: (label: string, answer: string) =>
      `Nur beachten, wenn Sie „${label}“ nicht mit „${answer}“ beantwortet haben.`,
    onlyIf: (condition: string) => `Nur beachten, wenn gilt: ${condition}.`,
    and: 'und',
    or: 'oder',
    not: 'nicht',
    isAnswered: 'ausgefüllt',
    atLeast: (amount: string) => `mindestens ${amount}`,
    atMost: (amount: string) => `höchstens ${amount}`,
    onlyWhen: (label: string, answer: string) =>
      `Nur beachten, wenn Sie „${label}“ mit „${answer}“ beantwortet haben.`,
    privacy:
      'Ihre Angaben gehen nur an die Gemeinde und werden nur für diesen Antrag verwendet. Gespeichert wird bei der Gemeinde erst ein vollständiger, abgesendeter Antrag; bis dahin bleibt er in Ihrem Browser.',
    send: 'Antrag absenden',
    sending: 'Wird gesendet …',
    errorTitle: (count: number) =>
      count === 1
        ? 'Eine Angabe fehlt noch oder ist nicht lesbar'
        : `${count} Angaben fehlen noch oder sind nicht lesbar`,
    errorLead: 'Ihr Antrag ist noch nicht abgesendet. Was Sie eingegeben haben, ist erhalten geblieben.',
    next: 'Weiter',
    back: 'Zurück',
    review: 'Weiter zur Prüfung',
    stepwise: 'Lieber Schritt für Schritt ausfüllen',
    allAtOnce: 'Lieber alles auf einer Seite ausfüllen',
    later: 'Später weitermachen',
    step: (number: number, of: number) => `Schritt ${number} von ${of}`,
  },

  review: {
    title: 'Bitte prüfen Sie Ihre Angaben',
    lead: 'Ihr Antrag ist noch nicht abgesendet. Stimmt alles, senden Sie ihn unten ab.',
    change: 'Ändern',
    documents: 'Diese Unterlagen brauchen wir danach von Ihnen',
  },

  later: {
    title: 'Später weitermachen',
    lead: 'Wir schicken Ihnen einen Link per E-Mail. Mit ihm füllen Sie den Antrag weiter aus, auch auf einem anderen Gerät.',
    address: 'E-Mail-Adresse',
    privacy:
      'Dafür wird Ihr Entwurf 30 Tage lang auf dem Server aufbewahrt, so verschlüsselt, dass ihn nur öffnen kann, wer den Link hat. Nach dem Absenden wird er gelöscht.',
    send: 'Link schicken',
    back: 'Zurück zum Formular',
    problemTitle: 'Der Link wurde nicht verschickt',
    problems: {
      notAnAddress: 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.',
      notSent:
        'Die E-Mail konnte gerade nicht verschickt werden. Ihre Angaben sind noch hier: Bitte versuchen Sie es in einigen Minuten erneut.',
      noRoom:
        'Zurzeit sind zu viele Entwürfe aufbewahrt. Ihre Angaben sind noch hier: Bitte füllen Sie den Antrag jetzt zu Ende aus oder versuchen Sie es morgen erneut.',
    },
    sentTitle: 'Wir haben Ihnen einen Link geschickt',
    sentUntil: (until: string) => `Der Link gilt bis zum ${until}`,
    sentText:
      'Ihr Antrag ist noch nicht abgesendet. Kommt die E-Mail nicht an, sehen Sie bitte auch im Spam-Ordner nach.',
    services: 'Zu den Leistungen',
    resumedTitle: 'Ihr Entwurf ist wieder da',
    resumed: (savedAt: string, until: string) =>
      `Sie haben ihn am ${savedAt} aufbewahren lassen. Er ist noch nicht abgesendet. Der Link gilt bis zum ${until}; nach dem Absenden wird der Entwurf gelöscht.`,
    delete: 'Entwurf auf dem Server löschen',
    gone: {
      title: 'Diesen Entwurf gibt es nicht mehr',
      text: 'Er wurde abgesendet oder gelöscht, der Link ist älter als 30 Tage, oder Sie haben inzwischen einen neueren bekommen.',
    },
    deleted: {
      title: 'Der Entwurf ist gelöscht',
      text: 'Auf dem Server ist nichts mehr davon. Den Link können Sie wegwerfen.',
    },
  },

  draft: {
    kept: 'Was Sie eingeben, wird als Entwurf nur in diesem Browser auf diesem Gerät aufbewahrt: bis Sie den Antrag absenden oder den Entwurf löschen, höchstens 30 Tage.',
    delete: 'Entwurf löschen',
    deleted: 'Der Entwurf ist gelöscht.',
    offerTitle: 'Auf diesem Gerät ist noch etwas angefangen',
    savedAt: 'Entwurf vom',
    resume: 'Weiter ausfüllen',
  },

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
    addressTaken:
      'Diese E-Mail-Adresse gehört zu einem anderen Zugang. Bitte lassen Sie sich von Ihrer Systembetreuung mit einer eigenen Adresse einladen.',
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

/** What is wrong with an answer, as a sentence that says what to do; `located` undefined: with the whole application. */
export function fieldErrorText(located: LocatedField | undefined, code: FieldErrorCode): string {
  if (!located || code === 'answersTooLong')
    return code === 'answersTooLong'
      ? 'Ihre Angaben sind zusammen zu lang. Bitte kürzen Sie die längsten Texte.'
      : 'Dieses Feld gibt es im Formular nicht.';
  const { field, part, entry } = located;
  const own = part === undefined ? field.label : `${field.label}: ${de.parts[part]}`;
  const label = entry === undefined ? own : `${entry}: ${own}`;
  switch (code) {
    case 'required':
      return field.type === 'choice' || field.type === 'yesNo' || field.type === 'multipleChoice'
        ? `Bitte bei „${label}“ eine Antwort wählen.`
        : `Bitte „${label}“ ausfüllen.`;
    case 'tooLong':
      return `„${label}“ ist zu lang${'maxLength' in field ? `: höchstens ${field.maxLength} Zeichen` : ''}.`;
    case 'notADate':
      return `Bitte „${label}“ als Datum angeben, zum Beispiel 24.5.2026.`;
    case 'notAnEmail':
      return 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.';
    case 'notAPhone':
      return `Bitte „${label}“ als Telefonnummer angeben, zum Beispiel 03900 123456.`;
    case 'notAnIban':
      return `„${label}“ stimmt nicht: Bitte prüfen Sie die Nummer, zum Beispiel DE02 1203 0000 0000 2020 51.`;
    case 'notAPostalCode':
      return `Bitte „${label}“ mit fünf Ziffern angeben, zum Beispiel 39576.`;
    case 'notANumber':
      return `Bitte „${label}“ als Zahl angeben.`;
    case 'notMoney':
      return `Bitte „${label}“ als Betrag in Euro angeben, zum Beispiel 12,50.`;
    case 'tooManyDecimals':
      return field.type === 'number' && field.decimals > 0
        ? `„${label}“ hat zu viele Stellen hinter dem Komma: höchstens ${field.decimals}.`
        : `Bitte „${label}“ als ganze Zahl angeben.`;
    case 'belowMinimum':
      return `„${label}“ ist zu klein${boundText(field, 'minimum', 'mindestens')}.`;
    case 'aboveMaximum':
      return `„${label}“ ist zu groß${boundText(field, 'maximum', 'höchstens')}.`;
    case 'notAChoice':
    case 'notYesOrNo':
      return `Bitte bei „${label}“ eine der Antworten wählen.`;
    case 'patternMismatch': {
      const says =
        field.type === 'pattern' ? field.says : field.type === 'text' ? field.pattern?.says : undefined;
      return says ?? `„${label}“ ist nicht lesbar. Bitte erneut eingeben.`;
    }
    case 'controlCharacters':
      return `„${label}“ enthält Zeichen, die nicht erlaubt sind. Bitte erneut eingeben.`;
    case 'tooMany':
      return `Bei „${label}“ sind es zu viele${mostText(field)}.`;
    case 'notAFile':
      return `Eine Datei bei „${label}“ ist nicht vollständig. Bitte fügen Sie sie erneut hinzu.`;
    case 'fileKindRefused':
      return `Bei „${label}“ nehmen wir diese Art von Datei nicht an. Möglich sind PDF, JPEG und PNG.`;
    case 'unknownField':
      return 'Dieses Feld gibt es im Formular nicht.';
  }
}

function boundText(field: LocatedField['field'], bound: 'minimum' | 'maximum', word: string): string {
  if (field.type === 'money') {
    const cents = field[bound];
    return cents === undefined ? '' : `: ${word} ${formatCents(cents)}`;
  }
  const value = field.type === 'number' ? field[bound] : undefined;
  return value === undefined ? '' : `: ${word} ${String(value).replace('.', ',')}`;
}

function mostText(field: LocatedField['field']): string {
  return field.type === 'upload' || field.type === 'group' ? `: höchstens ${field.maximumCount}` : '';
}
