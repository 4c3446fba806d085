export const overview = {
  home: {
    title: 'Apply to your municipality online',
    description: 'Send applications to your municipality online: without an account, on any device.',
    lead: 'Choose your municipality.',
    search: 'Place or postcode',
    searchHint: 'For example: 39576 or Musterstadt',
    find: 'Find municipality',
    all: 'Show all municipalities',
    found: (count: number, query: string) =>
      count === 0
        ? `We found no municipality for “${query}”.`
        : `${count === 1 ? 'One municipality matches' : `${count} municipalities match`} “${query}”.`,
    none: 'No municipality offers online applications here yet.',
  },

  services: {
    navigation: 'Services',
    title: 'Services of the municipality',
    description: (municipality: string) =>
      `What you can do online at ${municipality}: services by life situation, with cost, time and documents.`,
    none: 'No service is available online at the moment.',
    search: 'Search for a service (in German)',
    searchHint: 'For example: Hund (dog), heiraten (to marry), Gerüst (scaffolding)',
    find: 'Search',
    all: 'Show all services',
    found: (count: number, query: string) =>
      count === 0
        ? `We found nothing for “${query}”. Try another German word or look through all services.`
        : `${count === 1 ? 'One service matches' : `${count} services match`} “${query}”.`,
    situationsTitle: 'Life situations',
    situations: {
      property: 'House and land',
      family: 'Family and life events',
      education: 'School, childcare and education',
      animals: 'Animals and fishing',
      business: 'Business and self-employment',
      traffic: 'Roads and traffic',
      order: 'Public order and everyday life',
    },
    otherSituations: 'Other services',
  },

  service: {
    responsible: 'Who takes care of it',
    department: 'Department',
    serviceKey: 'Service key',
    noServiceKey: 'no key known',
    needs: 'What you need',
    documents: 'Which documents belong to it',
    documentsByAnswers: 'Depending on your answers:',
    costsAndTime: 'Cost and time',
    fee: 'Fee',
    feeExample: 'An example: the statute of the municipality decides.',
    duration: 'Time',
    legalBasis: 'Legal basis',
    decidedWithinMonths: (months: number) =>
      `Decided within ${months === 1 ? 'one month' : `${months} months`}.`,
    decidedWithin: (days: number) => `Decided within ${days} days.`,
    ways: 'How you can do it',
    channels: {
      online: 'online, with the form on this page',
      appointment: 'in person at the town hall, by appointment',
      district: 'directly with the district (Landkreis)',
    },
    district: 'The district (Landkreis) decides about this',
    start: 'Apply online',
    startStepwise: 'Fill in step by step',
    notOnline: 'This service is not available online at the moment. Please contact the town hall.',
    onlyInPerson: 'You can’t apply for this online. Please come to the town hall with an appointment.',
    howItGoes: 'What happens next',
    steps: [
      'You fill in the form, check your answers and send them.',
      'You get a file reference and an access code at once, and a confirmation by e-mail.',
      'With the access code you can see at any time how far your application has come.',
    ],
  },
};
