export const form = {
  form: {
    optional: 'optional',
    intro: 'All fields that are not marked “optional” must be filled in.',
    dateHint: 'Day.Month.Year, for example 24.5.2026',
    moneyHint: 'Amount in euros, with a comma: for example 12,50',
    ibanHint: 'For example DE02 1203 0000 0000 2020 51',
    example: (text: string) => `For example: ${text}`,
    unit: (unit: string) => `In ${unit}`,
    several: 'You can choose several answers.',
    choose: 'Please choose',
    removeEntry: (title: string) => `Remove ${title}`,
    onlyUnless: (label: string, answer: string) =>
      `Only relevant if you did not answer “${label}” with “${answer}”.`,
    onlyIf: (condition: string) => `Only relevant if: ${condition}.`,
    and: 'and',
    or: 'or',
    not: 'not',
    isAnswered: 'filled in',
    atLeast: (amount: string) => `at least ${amount}`,
    atMost: (amount: string) => `at most ${amount}`,
    onlyWhen: (label: string, answer: string) => `Only relevant if you answered “${label}” with “${answer}”.`,
    privacy:
      'Your answers go to the municipality only and are used for this application only. The municipality stores an application only when it is complete and sent; until then it stays in your browser; only files that you added are waiting here already.',
    send: 'Send application',
    sending: 'Sending …',
    errorTitle: (count: number) =>
      count === 1
        ? 'One answer is missing or can’t be read'
        : `${count} answers are missing or can’t be read`,
    errorLead: 'Your application has not been sent yet. What you entered is still here.',
    next: 'Continue',
    back: 'Back',
    review: 'Continue to check your answers',
    stepwise: 'Fill in step by step instead',
    allAtOnce: 'Fill in everything on one page instead',
    later: 'Continue later',
    step: (number: number, of: number) => `Step ${number} of ${of}`,
  },

  review: {
    title: 'Please check your answers',
    lead: 'Your application has not been sent yet. If everything is right, send it below.',
    change: 'Change',
    documents: 'Afterwards we need these documents from you',
  },

  draft: {
    kept: 'What you enter is kept as a draft in this browser on this device only: until you send the application or delete the draft, for 30 days at most.',
    delete: 'Delete draft',
    deleted: 'The draft is deleted.',
    offerTitle: 'Something was begun on this device',
    savedAt: 'Draft of',
    resume: 'Go on filling in',
  },
};
