export const questions = {
  questions: {
    title: 'Questions to you',
    asked: (on: string) => `Asked on ${on}`,
    documents: 'These documents are still missing:',
    answerBy: (on: string) => `Please answer by ${on}.`,
    isOver: (on: string) => `The answer was asked for by ${on}. You can still answer; please do so soon.`,
    answer: 'Answer the question',
    answerOf: (on: string) => `Answer the question of ${on}`,
    answered: (at: string, files: string) => `Your answer arrived on ${at}${files}.`,
    files: (count: number) => (count === 0 ? '' : count === 1 ? ' (1 file)' : ` (${count} files)`),
    answeredOtherwise: 'This question is answered.',
    over: 'This question is settled. You need not do anything.',
    more: 'Hand in something more',
    deadlineExtended: 'Why it takes longer',
  },

  answering: {
    title: 'Question about your application',
    section: 'Your answer',
    text: 'Answer',
    files: 'Files',
    send: 'Send answer',
    sending: 'Sending …',
    privacy:
      'Your answer goes to the municipality only. It is stored there once you send it; files you added are there already.',
    errorLead: 'Your answer has not been sent yet. What you entered is still here.',
    kept: 'What you enter is kept as a draft in this browser on this device only: until you send the answer or delete the draft, for 30 days at most.',
    textOrFiles: 'Write an answer, add files, or both.',
    back: 'Back to the state of the application',
    sentTitle: 'Your answer has arrived',
    sent: 'The municipality has received your answer and takes care of it. You need not do anything more now.',
    sentLate:
      'The municipality has received your answer and added it to the case. Nobody was waiting for it any more.',
    notices: {
      expired: {
        title: 'The page was open for more than 30 days',
        text: 'Your answer has not been sent yet. Your text is still here: please check it and send again.',
      },
      unknownTicket: {
        title: 'The page could not be recognised',
        text: 'Your answer has not been sent yet. Your text is still here: please check it and send again.',
      },
      unavailable: {
        title: 'The answer could not be stored just now',
        text: 'Your answer has not been sent yet. Your text is still here: please send again in a few minutes.',
      },
      refused: {
        title: 'The answer was not accepted',
        text: 'Your answer has not been sent yet. Very many answers to this question have arrived already: please contact the town hall.',
      },
      trapped: {
        title: 'Please send once more',
        text: 'Nothing has been sent yet: a field that should stay empty was filled in, perhaps by your browser. It is empty again now; everything else is still here.',
      },
      otherText: {
        title: 'Your first answer has already arrived',
        text: 'What you changed afterwards has not been sent yet, but it is not lost: it is still here. If you send it, it is added as another answer.',
      },
    },
  },
};
