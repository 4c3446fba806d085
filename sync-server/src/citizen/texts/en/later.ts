export const later = {
  later: {
    title: 'Continue later',
    lead: 'We send you a link by e-mail. With it you go on filling in the application, on another device, too.',
    address: 'E-mail address',
    privacy:
      'For this your draft is kept on the server for 30 days, encrypted so that only who has the link can open it; files that you added are kept with it, not encrypted. It is deleted once you have sent the application.',
    send: 'Send me the link',
    back: 'Back to the form',
    problemTitle: 'The link was not sent',
    problems: {
      notAnAddress: 'Please enter a complete e-mail address, for example name@beispiel.de.',
      notSent:
        'The e-mail could not be sent just now. Your answers are still here: please try again in a few minutes.',
      noRoom:
        'Too many drafts are kept at the moment. Your answers are still here: please finish the application now or try again tomorrow.',
    },
    sentTitle: 'We have sent you a link',
    sentUntil: (until: string) => `The link is valid until ${until}`,
    sentText:
      'Your application has not been sent yet. If the e-mail does not arrive, please look into your spam folder, too.',
    services: 'To the services',
    resumedTitle: 'Here is your draft',
    resumed: (savedAt: string, until: string) =>
      `You had it kept on ${savedAt}. It has not been sent yet. The link is valid until ${until}; the draft is deleted once you have sent the application.`,
    delete: 'Delete the draft on the server',
    gone: {
      title: 'This draft does not exist any more',
      text: 'It was sent or deleted, the link is older than 30 days, or you have got a newer one since.',
    },
    deleted: {
      title: 'The draft is deleted',
      text: 'Nothing of it is left on the server. You can throw the link away.',
    },
  },
};
