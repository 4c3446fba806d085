export const sending = {
  notices: {
    renewed: {
      title: 'The form was renewed',
      text: 'Your application has not been sent yet: the municipality has changed the form since. Your answers were taken over as far as the fields still exist. Please check them and send again.',
    },
    expired: {
      title: 'The form was open for more than 30 days',
      text: 'Your application has not been sent yet. Your answers are still here: please check them and send again.',
    },
    unknownTicket: {
      title: 'The form could not be recognised',
      text: 'Your application has not been sent yet. Your answers are still here: please check them and send again.',
    },
    unavailable: {
      title: 'The application could not be stored just now',
      text: 'Your application has not been sent yet. Your answers are still here: please send again in a few minutes.',
    },
    refused: {
      title: 'The application was not accepted',
      text: 'Your application has not been sent yet. Please check your answers and send again. If that fails, please contact the town hall.',
    },
    notOffered: {
      title: 'This service is not available online at the moment',
      text: 'Your application has not been sent: the municipality has withdrawn the service since. What you entered is still here; please contact the town hall.',
    },
    trapped: {
      title: 'Please send once more',
      text: 'Nothing has been sent yet: a field that should stay empty was filled in, perhaps by your browser. It is empty again now; everything else is still here.',
    },
    unknownFields: {
      title: 'The form contains unknown fields',
      text: 'Your application has not been sent yet. The unknown fields are left out: please check your answers and send again.',
    },
  },

  toll: {
    title: 'Wait a moment, then send once more',
    lead: 'Your application has not been sent yet: many applications came from your connection in a short time. Your answers are still here.',
    below: 'Below, beside the button, you read when it goes on.',
    wait: (seconds: number) =>
      `Please wait ${seconds <= 60 ? 'one minute' : `${Math.ceil(seconds / 60)} minutes`} and then send the application once more.`,
    working:
      'Your browser calculates for a moment, so that nobody can send applications in masses. Mostly this takes seconds only.',
    done: 'Ready: you can send the application now.',
  },

  otherText: {
    title: 'Your application has already arrived',
    text: (receivedAt: string, fileReference: string) =>
      `What counts is what arrived on ${receivedAt} under the file reference ${fileReference}.`,
    changed: 'What you changed afterwards has not arrived. But it is not lost:',
    anew: 'Prepare a new application with the changed answers',
    receipt: 'To the receipt of the first application',
  },

  receipt: {
    title: 'Your application has arrived',
    lead: (municipality: string) => `${municipality} has received your application and takes care of it.`,
    fileReference: 'File reference',
    trackingCode: 'Access code',
    receivedAt: 'Received on',
    service: 'Service',
    keep: 'Please keep the access code: print this page or write it down. Who knows it can see the state of your application.',
    documents: 'We still need these documents',
    documentsLead:
      'Please hand them in at the town hall or send them by post. Give the file reference with them.',
    summary: 'What it is about',
    answers: 'Your answers',
    mailed: 'We also send you the file reference and the access code by e-mail.',
    status: 'See the state of the application',
    print: 'Print page',
    expiredTitle: 'This receipt is not shown any more',
    expired:
      'To protect your data it can be opened for one day only. You can see the state at any time with your access code.',
  },

  status: {
    navigation: 'State of an application',
    title: 'State of an application',
    lead: 'You find the access code on the receipt and in the e-mail you got.',
    code: 'Access code',
    codeHint: '15 characters, for example ABCDE-FGHJK-MNPQR',
    show: 'Show state',
    notACode: 'Please enter the access code with its 15 characters.',
    unknown: 'There is no application with this access code. Please compare it with your receipt.',
    fileReference: 'File reference',
    receivedAt: 'Received on',
    state: 'State',
    decisionExpectedBy: 'Decision expected by',
    handedTo: 'Handed over to',
    handedOverAt: 'Handed over on',
    contact: 'Contact',
    decidedAt: 'Decided on',
    reason: 'Reason',
    letters: 'Letters',
    letter: (subject: string, on: string) => `${subject} (${on}, PDF, in German)`,
    noLetter: 'There is no such letter. Please open the status of your application once more.',
    another: 'See another application',
    states: {
      received: 'received',
      inProgress: 'in progress',
      waiting: 'waiting for your answer',
      approved: 'approved',
      partly: 'granted in part',
      rejected: 'rejected',
      handedOver: 'handed over to the responsible authority',
      withdrawn: 'withdrawn',
      notResponsible: 'not our responsibility',
    },
    explained: {
      received: 'Your application is here and will be worked on soon.',
      inProgress: 'A clerk is examining your application.',
      handedOver:
        'Another authority decides on your application. We have handed it over with all documents. There is nothing you need to do; for questions please turn to them.',
      waiting: 'We have a question to you. Please answer it, so that we can go on.',
      approved: 'Your application was granted.',
      partly: 'Your application was granted in part.',
      rejected: 'Your application was rejected.',
      withdrawn: 'The application was withdrawn. The proceedings are closed.',
      notResponsible: 'We are not responsible for your application.',
    },
  },
};
