/** The waiting list: who wants a time when none is free. */
export const waiting = {
  waiting: {
    title: 'Auf die Warteliste',
    offer: 'Auf die Warteliste setzen',
    offerLead: 'Wird ein Termin frei, schreiben wir Ihnen und legen ihn einige Stunden lang für Sie zurück.',
    lead: 'Wird an einem Tag, der Ihnen passt, ein Termin frei, schreiben wir Ihnen. Einige Stunden lang ist er dann nur für Sie zurückgelegt. Freie Termine werden der Reihe nach angeboten.',
    first: 'Frühester Tag',
    last: 'Spätester Tag',
    dayHint: (example: string) => `Zum Beispiel: ${example}`,
    problems: {
      noDay: 'Bitte geben Sie einen Tag an, zum Beispiel 23.11.2026.',
      pastDay: 'Dieser Tag ist schon vorbei. Bitte geben Sie einen späteren an.',
      wrongOrder: 'Der späteste Tag liegt vor dem frühesten. Bitte ändern Sie einen von beiden.',
    },
    errorLead: 'Sie stehen noch nicht auf der Warteliste. Ihre Eingaben sind erhalten geblieben.',
    send: 'Auf die Warteliste setzen',
    refusedTitle: 'Das hat nicht geklappt',
    refused:
      'Das Rathaus hat sein Angebot inzwischen geändert. Ihre Eingaben sind erhalten geblieben; bitte rufen Sie an.',
    joinedTitle: 'Sie stehen auf der Warteliste',
    joinedText: 'Wir haben Ihnen das auch per E-Mail geschrieben. Ein Termin ist damit noch nicht gebucht.',
    pageTitle: 'Ihr Platz auf der Warteliste',
    days: 'Tage',
    fromTo: (first: string, last: string) => `${first} bis ${last}`,
    leaveLead:
      'Wollen Sie nicht mehr warten, dann verlassen Sie die Liste bitte. Eine offene Zusage verfällt dadurch nicht.',
    leave: 'Warteliste verlassen',
    gone: {
      title: 'Sie stehen nicht auf der Warteliste',
      text: 'Sie haben sie verlassen, einen Termin bekommen, drei Angebote verstreichen lassen, oder Ihre Tage sind vorbei.',
    },
  },
} as const;
