/** Handing a case over to the body that decides it. */
export const handover = {
  title: 'Zuständige Stelle',
  belongsTo: (body: string) => `Über diesen Antrag entscheidet: ${body}`,
  elsewhere: 'Gehört der Antrag zu einer anderen Stelle, geben Sie ihn dorthin ab.',
  begin: 'Abgeben …',
  dialogTitle: 'An die zuständige Stelle abgeben',
  confirm: 'Abgeben',
  body: 'Stelle',
  bodyMissing: 'Bitte angeben, an wen der Antrag geht.',
  word: 'Begleitwort (optional)',
  wordHelp: 'Steht im Anschreiben an die Stelle.',
  whatFollows:
    'Der Vorgang ist damit hier erledigt. Die antragstellende Person erfährt es auf der Statusseite und per E-Mail. Verschickt wird nichts von selbst: Speichern Sie danach das Paket mit Anschreiben und Unterlagen, und geben Sie es weiter.',
  handedOver: (on: string, body: string) => `Abgegeben am ${on} an ${body}`,
} as const;
