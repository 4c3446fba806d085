/** An appointment that is there: confirming, looking at, moving and cancelling it. */
export const managing = {
  managing: {
    confirmTitle: 'Confirm the appointment',
    confirmLead: 'One more step: only with the button the appointment is booked.',
    confirm: 'Confirm the appointment',
    confirmLost: {
      title: 'Unfortunately the appointment is no longer available',
      text: 'It was too late to confirm, and meanwhile the time is taken. Please book another one.',
    },
    confirmUsed: {
      title: 'This link is no longer valid',
      text: 'The appointment has been changed since. Please use the link in the latest e-mail about it.',
    },
    wrongLink: {
      title: 'There is no appointment behind this link',
      text: 'Perhaps it was not copied completely: please open it from the e-mail itself. Appointments that are long over are deleted.',
    },

    title: 'Your appointment',
    bookedTitle: 'The appointment is booked',
    bookedText: 'You also get an e-mail with all that stands here.',
    movedTitle: 'The appointment is moved',
    movedText: 'The new time counts from now on. You get an e-mail about it; your calendar changes with it.',
    cancelledTitle: 'The appointment is cancelled',
    cancelledByYou: 'Thank you for letting us know: so somebody else gets the time.',
    cancelledByOffice: 'The town hall had to cancel this appointment. We apologise.',
    notConfirmedTitle: 'Not confirmed yet',
    notConfirmedText: 'Please open the link in the e-mail we sent you. Only then the appointment is booked.',
    overTitle: 'This appointment is over',

    when: 'When',
    what: 'Service',
    where: 'Where',
    directions: 'How to find us',
    bring: 'Please bring',
    change: 'Change or cancel',
    move: 'Move the appointment',
    cancel: 'Cancel the appointment',
    takeAlong: 'To take along',
    calendar: 'Put it in my calendar (ICS)',
    print: 'Print this page',
    code: 'This page on your phone: read the code with its camera. Whoever has it can move and cancel the appointment.',
    codeAlt: 'QR code with the link to this page',
    checkIn: 'Your code for checking in at the town hall:',
    keepLink:
      'This page belongs to your personal link. Pass it on only if somebody is to move or cancel for you.',
    again: 'Book a new appointment',

    moveTitle: 'Choose a new time',
    moveFrom: (when: string) => `Until now: ${when}. You keep this time until you have confirmed a new one.`,
    moveConfirmTitle: 'Move the appointment?',
    before: 'Until now',
    after: 'New',
    moveNow: 'Move it now',
    moveOther: 'Choose another time',
    keep: 'Leave the appointment as it is',
    moveNotPossible: 'You can’t move this appointment here',
    moveNotPossibleText: 'It is over, cancelled, or no longer offered like this. Please call the town hall.',
    moveRefused: {
      title: 'This time has just been taken',
      text: 'Somebody else was faster. Your appointment stays as it was. The nearest free times:',
    },
    movedMeanwhile: {
      title: 'The appointment has been changed meanwhile',
      text: 'Please look at what counts now.',
    },
    nothingNear: 'No other time is free in the next weeks.',

    cancelTitle: 'Really cancel the appointment?',
    cancelLead: 'The time is then given to others. This can’t be undone.',
    cancelNow: 'Yes, cancel the appointment',
  },
};
