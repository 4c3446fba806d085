/** The waiting list: who wants a time when none is free. */
export const waiting = {
  waiting: {
    title: 'Join the waiting list',
    offer: 'Join the waiting list',
    offerLead: 'When an appointment becomes free, we write to you and keep it for you for some hours.',
    lead: 'When an appointment becomes free on a day that suits you, we write to you. For some hours it is kept for you alone. Free appointments are offered in turn.',
    first: 'First day that suits you',
    last: 'Last day that suits you',
    dayHint: (example: string) => `For example: ${example} (day, month, year)`,
    problems: {
      noDay: 'Please give a day, for example 23.11.2026.',
      pastDay: 'This day is over already. Please give a later one.',
      wrongOrder: 'The last day is before the first. Please change one of them.',
    },
    errorLead: 'You are not on the waiting list yet. What you typed is still here.',
    send: 'Join the waiting list',
    refusedTitle: 'This did not work',
    refused: 'The town hall has changed what it offers. What you typed is still here; please call.',
    joinedTitle: 'You are on the waiting list',
    joinedText: 'We have written this to you by e-mail, too. No appointment is booked with it yet.',
    pageTitle: 'Your place on the waiting list',
    days: 'Days',
    fromTo: (first: string, last: string) => `${first} to ${last}`,
    leaveLead:
      'If you don’t want to wait any longer, please leave the list. A time that was offered to you stays yours.',
    leave: 'Leave the waiting list',
    gone: {
      title: 'You are not on the waiting list',
      text: 'You have left it, got an appointment, let three offers pass, or your days are over.',
    },
  },
};
