export const legal = {
  legal: {
    navigation: 'Legal',
    notGiven: 'The municipality has not said anything about this yet. Please ask at the town hall.',
  },

  imprint: {
    title: 'Imprint',
    lead: 'Information required by § 5 Digitale-Dienste-Gesetz and § 18 Medienstaatsvertrag.',
    provider: 'Provider',
    providerIs: (municipality: string) => `${municipality}, a public body`,
    representedBy: 'Represented by',
    responsible: 'Responsible for the content',
    address: 'Address',
  },

  privacy: {
    title: 'Privacy',
    lead: 'What happens to your data when you apply here (Article 13 of the General Data Protection Regulation).',
    controller: 'Controller',
    officer: 'Data protection officer',
    parts: [
      {
        title: 'While you fill in an application',
        text: 'What you enter stays as a draft in your browser on your device, for 30 days at most. The server gets it only when you go to another page, and forgets it at once. With “Continue later” the draft is kept encrypted on the server for 30 days; only who has the link from the e-mail can open it. Files that you add are transferred to the server at once and, if you do not send the application, deleted after a day, with “Continue later” after 30 days.',
      },
      {
        title: 'When you send it',
        text: 'The municipality stores your application and works on it. The basis is the task that a law or a statute gives it (Article 6 (1) (e) of the General Data Protection Regulation). The clerks in charge can see it. How long it is kept depends on the municipality’s retention periods. Without the mandatory answers the municipality can’t process the application.',
      },
      {
        title: 'E-mails',
        text: 'A confirmation and notices of news go to the e-mail address you give. What is in your application is not in the e-mails.',
      },
      {
        title: 'When the municipality asks you something',
        text: 'Your answer and the files with it are added to your application; the same holds for them. When the page with the question is opened with the access code for the first time, the server notes the moment, so that the municipality knows that the question has arrived. It does not note by whom or with what it was opened.',
      },
      {
        title: 'When you book an appointment',
        text: 'The municipality stores your name, your e-mail address and what else you give, to arrange the appointment and to receive you (Article 6 (1) (e) of the General Data Protection Regulation). Only the department in charge can see it; to others these pages show only which times are free. Your address gets the request to confirm, the confirmation, a reminder and news about changes. Whoever has your personal link can look at, move and cancel the appointment, but does not see your name there.',
      },
      {
        title: 'What else the server notes',
        text: 'No visits, no names, no addresses in its log. Who sends very much in a short time is slowed down; for this the server remembers the first part of the internet address, for an hour at most and in working memory only. These pages load nothing from other providers. There are two cookies only: one if you choose a language, with nothing else in it; and one while we keep a time for you as you book an appointment, with random characters, for two hours at most.',
      },
      {
        title: 'Your rights',
        text: 'You can ask the municipality for access to your data and, under the conditions of Articles 16 to 21 of the General Data Protection Regulation, to have them corrected, erased or restricted, or object to their processing.',
      },
    ],
    authority: 'Complaints',
    authorityLead: 'You can complain to:',
    defaultAuthority: [
      'State Commissioner for Data Protection of Saxony-Anhalt',
      'Otto-von-Guericke-Straße 34a',
      '39104 Magdeburg',
    ],
  },

  accessibility: {
    title: 'Accessibility statement',
    short: 'Accessibility',
    lead: (municipality: string) =>
      `${municipality} wants everybody to be able to use these pages, as §§ 16a to 16c of the disability equality act of Saxony-Anhalt (BGG LSA) and the ordinance on accessible information technology require. The measure are the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and the standard EN 301 549.`,
    state: 'How far we are',
    works:
      'The pages can be used by keyboard alone, with screen readers, without JavaScript, 320 pixels wide and with text of twice the size.',
    noBarriers: 'We know of no barriers.',
    barriers: 'Not accessible yet:',
    checked: (on: string) => `Last checked on ${on}, by self-assessment with automatic tests.`,
    notChecked: 'The basis is a self-assessment with automatic tests.',
    report: 'Report a barrier',
    reportLead:
      'Is there something you can’t use? Write to us. We answer within a month. You can also call or send an e-mail; you find both at the bottom of each page.',
    what: 'What does not work?',
    whatHint: 'For example: on which page, with which program or device?',
    replyTo: 'E-mail address for our answer',
    replyToHint: 'Without it we can’t answer you.',
    send: 'Send report',
    nothingSaid: 'Please describe what does not work.',
    tooLong: 'Please shorten the description to 4000 characters at most.',
    notAnAddress: 'Please enter a complete e-mail address, for example name@beispiel.de.',
    notSentTitle: 'The report was not sent',
    notSent:
      'It could not be sent just now. What you wrote is still here: please try again in a few minutes or call us.',
    sentTitle: 'Your report is sent',
    sent: 'Thank you. The municipality takes care of it.',
    body: 'If we don’t help',
    bodyLead:
      'If we don’t answer within a month, or not in a way that helps you, you can turn to the state’s ombuds office free of charge (§ 16d BGG LSA):',
    defaultBody: [
      'Supervisory body for accessible information technology, and ombuds office',
      'at the Landesfachstelle für Barrierefreiheit Sachsen-Anhalt, Zerbst/Anhalt',
      'www.lf-barrierefreiheit-st.de',
    ],
  },
};
