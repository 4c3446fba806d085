/** Handing a case over to the body that decides it. */
export const handover = {
  title: 'Zuständige Stelle',
  belongsTo: (body: string) => `Über diesen Antrag entscheidet: ${body}`,
  elsewhere: 'Gehört der Antrag zu einer anderen Stelle, geben Sie ihn dorthin ab.',
  begin: 'Abgeben …',
  dialogTitle: 'An die zuständige Stelle abgeben',
  confirm: 'Abgeben',
  body: 'Stelle',
  bodyHelp:
    'Mit Anschrift, durch Kommas getrennt: So steht sie im Anschreiben, und so liest es die antragstellende Person.',
  bodyMissing: 'Bitte angeben, an wen der Antrag geht.',
  word: 'Begleitwort (optional)',
  wordHelp: 'Steht im Anschreiben an die Stelle.',
  whatFollows:
    'Der Vorgang ist damit hier erledigt. Die antragstellende Person erfährt es auf der Statusseite und per E-Mail. Verschickt wird nichts von selbst: Speichern Sie danach das Paket mit Anschreiben und Unterlagen, und geben Sie es weiter.',
  savePackage: 'Paket speichern (ZIP)',
  packageName: 'Abgabe',
  packageHolds:
    'Darin: Anschreiben, Antrag als PDF und als Daten (JSON), alle Unterlagen. Vermerke und Verlauf des Amtes sind nicht dabei.',
  letter: {
    subject: (service: string) => `Abgabe eines Antrags: ${service}`,
    greeting: 'Sehr geehrte Damen und Herren,',
    handsOver: (on: string, service: string, applicant: string) =>
      `bei uns ist am ${on} der Antrag „${service}“ von ${applicant} eingegangen. Über ihn entscheiden Sie. Wir geben ihn hiermit an Sie ab.`,
    enclosed: (documents: number) =>
      `Beigefügt: Antrag (PDF und JSON)${documents === 0 ? '' : documents === 1 ? ', eine Unterlage' : `, ${documents} Unterlagen`}.`,
    applicantKnows: 'Die antragstellende Person ist über die Abgabe unterrichtet.',
  },
  handedOver: (on: string, body: string) => `Abgegeben am ${on} an ${body}`,
} as const;
