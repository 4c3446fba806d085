/** Choosing services and a time. */
export const booking = {
  when: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    date: (weekday: string, day: number, month: string, year: number) =>
      `${weekday}, ${day} ${month} ${year}`,
    time: (time: string) => `${time} (24-hour clock)`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    turns: { first: '(summer time)', second: '(winter time)' },
  },

  booking: {
    title: 'Book an appointment at the town hall',
    description: (municipality: string) =>
      `Book an appointment with ${municipality} online: free times, what to bring, no account needed.`,
    lead: 'No account needed, done in a few minutes. At the end you confirm the appointment by e-mail.',
    book: 'Book an appointment',
    bookLead: 'Would you like to come in person? Choose a time that is free.',
    nothingTitle: 'At the moment you can’t book an appointment online here',
    nothing: 'Please call the town hall or write an e-mail; you find both below.',
    choose: 'What would you like to do?',
    chooseHint: (most: number) =>
      `Several things at once are possible, up to ${most} in one appointment. Services are named in German.`,
    choiceProblems: {
      nothingChosen: 'Please tick at least one service.',
      tooMany: 'One appointment takes up to five services. Please book a second one for the others.',
      noSuchService: 'One of the services no longer exists. Please choose again.',
      notByAppointment: 'You need no appointment for one of the services. Please untick it.',
      notOnWeb:
        'For one of the services the town hall gives appointments by telephone only. Please untick it, or call.',
      noCounter:
        'These services are not dealt with at the same counter. Please book separate appointments for them.',
      tooLong:
        'Together these services take longer than a counter is open without a break. Please book separate appointments.',
    },
    next: 'Continue',
    and: 'and',
    minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),

    questionsTitle: 'Before the appointment',
    questionsLead:
      'So that you do not come in vain: please answer these questions first. The town hall asks them in German.',
    questionsOpen: (count: number) =>
      count === 1 ? 'One question is still open' : `${count} questions are still open`,
    questionsOpenLead: 'Please answer this, too:',
    questionOpen: 'Please choose an answer.',
    insteadTitle: 'This appointment is not the right one for that',
    insteadChange: 'Is an answer wrong? Then change it here and continue.',
    insteadOnline: 'Do it online:',
    insteadService: 'This helps you:',
    hintTitle: 'Good to know',
    answered: 'Your answers',
    changeAnswers: 'Change answers',

    prepareTitle: 'Prepare your appointment',
    service: 'Service',
    services: 'Services',
    duration: 'Duration',
    showTimes: 'Show free times',
    moreServices: 'Change or add services',
    onlineTitle: 'Perhaps you need no appointment',
    onlineLead: 'You can also do this online, without coming to the town hall:',
    bring: 'Please bring',
    bringNothing: 'You need not bring anything in particular.',
    dependsOnCase: '(depending on your case)',

    daysTitle: 'Choose a day',
    soonest: 'Next free appointment:',
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    view: 'View',
    asList: 'List',
    asCalendar: 'Calendar',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    freeTimes: (count: number) => (count === 1 ? '1 free time' : `${count} free times`),
    between: (from: string, to: string) => `${from} to ${to}`,
    freeWord: 'free',
    dayWithout: (day: string) => `${day}: nothing free`,
    monthCaption: (month: string) => `Free days in ${month}`,
    monthLegend: 'The small number says how many times are free on that day.',
    monthFullTitle: (month: string) => `Nothing is free in ${month} any more`,
    monthFullLater: 'The first free days after it:',
    monthFullEarlier: 'Free days are left only before it:',
    fullTitle: 'At the moment no appointment is free',
    full: 'All times that are given online are taken. Cancelled appointments appear here again; please look again later, or call.',
    elsewhere: 'Appointments for this are also available here',
    elsewhereAt: (municipality: string, day: string) => `${municipality}: from ${day}`,

    pickTime: (count: number) =>
      `${count === 1 ? 'One time is' : `${count} times are`} free. Choose when you would like to come.`,
    beforeNoon: 'Morning',
    afterNoon: 'Afternoon',
    clocksChange: 'In the night to this day the clocks change.',
    dayFullTitle: 'Nothing is free on this day',
    dayFull: 'Please choose another day.',
    otherDays: 'Other days',
    dayBefore: 'Earlier',
    dayAfter: 'Later',
    allDays: 'All days',

    detailsTitle: 'Your details',
    when: 'When',
    heldUntil: (time: string) => `This time is kept for you until ${time}.`,
    notBookedYet: 'It is not booked yet.',
    left: '{time} left',
    extend: 'Take more time',
    extended: 'You have taken more time once already.',
    almostOver: 'The time is kept for two more minutes.',
    ranOutTitle: 'The time is no longer kept for you',
    ranOut: 'What you typed is still here. Do send it: if the time is still free, it is yours.',
    name: 'First and last name',
    email: 'E-mail address',
    emailHint: 'We send the link there with which you confirm, change and cancel the appointment.',
    phone: 'Telephone',
    phoneHint: 'Only for questions about the appointment.',
    remark: 'What we should know beforehand',
    remarkHint: 'For example: wheelchair, sign language, several people.',
    fieldProblems: {
      nameMissing: 'Please give your name.',
      nameLong: 'Please shorten the name to 120 characters.',
      emailMissing: 'Please give your e-mail address. Without it you can’t confirm the appointment.',
      emailWrong: 'Please give a complete e-mail address, for example name@example.org.',
      phoneLong: 'Please shorten the telephone number to 60 characters.',
      remarkLong: 'Please shorten your remark to 500 characters.',
    },
    errorTitle: (count: number) =>
      count === 1 ? 'One entry is missing or not right' : `${count} entries are missing or not right`,
    errorLead: 'The appointment is not booked yet. What you typed is still here.',
    privacy:
      'Only the department in charge sees your details, and only for this appointment. More about it under “Privacy”.',
    send: 'Request the appointment',
    sending: 'Sending …',
    afterSending: 'Then you get an e-mail. Only with the link in it the appointment is booked.',
    otherTime: 'Choose another time',
    chooseOther: 'Other free times',
    chooseOtherLead: 'What you typed is kept.',
    nearest: 'The nearest free times',
    moreDays: 'Show more free days',
    laterDays: 'Later days',
    firstDays: 'From the beginning',
    noOther: 'No other time is free in the next weeks.',
    keepTime: 'Stay with the time that is kept',

    refusals: {
      taken: {
        title: 'This time has just been taken',
        text: 'Somebody else was faster. Nothing is booked, and what you typed is still here.',
      },
      closed: {
        title: 'This time is no longer available',
        text: 'The town hall has changed its opening hours. Nothing is booked, and what you typed is still here.',
      },
      past: {
        title: 'This time is too soon or over already',
        text: 'Nothing is booked, and what you typed is still here. Please choose a later time.',
      },
      notOffered: {
        title: 'This appointment is no longer offered like this',
        text: 'The town hall has changed what it offers. Please begin again, or call.',
      },
      tooManyHolds: {
        title: 'Several times are kept for you already',
        text: 'Please book one of them, or wait a few minutes: then they are given up by themselves.',
      },
      tooManyBookings: {
        title: 'There are several appointments with this e-mail address already',
        text: 'Online there can’t be more at once. Cancel one of them with the link in its e-mail, or call the town hall. What you typed is still here.',
      },
      unavailable: {
        title: 'The appointment could not be saved just now',
        text: 'Nothing is booked. What you typed is still here: please send it again in a few minutes.',
      },
      trapped: {
        title: 'Please send once more',
        text: 'Nothing is booked yet: a field that is to stay empty was filled in, perhaps by your browser. It is empty again.',
      },
      again: {
        title: 'Please send once more',
        text: 'Something about the time that is kept for you has just changed. Nothing is booked yet; what you typed is still here.',
      },
      toll: {
        title: 'Wait a moment, then send once more',
        text: 'Nothing is booked yet: many requests came from your connection in a short time. What you typed is still here. Below, beside the button to send, you see when you can go on.',
      },
    },
    toll: {
      title: 'Wait a moment, then send once more',
      wait: (seconds: number) =>
        `Please wait ${seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`} and then send once more.`,
      working:
        'Your browser calculates for a moment, so that nobody can take appointments in masses. It mostly takes seconds.',
      done: 'Done: you can send now.',
    },
    gone: {
      title: 'This page is no longer valid',
      text: 'The link is incomplete or has expired. Please choose a time once more.',
    },

    requestedTitle: 'Please confirm by e-mail',
    requestedNotYet: 'Your appointment is not booked yet',
    requestedLead: (email: string) => `We have sent an e-mail to ${email}.`,
    requestedSteps: [
      'Open the e-mail. If it doesn’t arrive, please look in your spam folder, too.',
      'Open the link in it and press “Confirm the appointment”.',
    ],
    requestedUntil: (time: string) =>
      `Until ${time} we keep the time free for you. After that somebody else can book it.`,
    requestedTooLate:
      'It is late to confirm. If the time is still free, the link in the e-mail counts all the same; otherwise please book again.',
    requestedWrong:
      'Is the address not right? Then please book once more: without a confirmation this request is given up by itself.',
    requestedDone: 'This appointment is confirmed already',
    requestedDoneText: 'You can change or cancel it with the link in your e-mail.',
    requestedCancelled: 'This appointment is cancelled',
    bookAgain: 'Book a new appointment',
  },
};
