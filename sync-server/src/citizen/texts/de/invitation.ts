/** The page of a clerk's invitation; clerks read German. */
export const invitation = {
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
} as const;
