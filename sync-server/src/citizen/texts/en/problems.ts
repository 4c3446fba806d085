export const problems = {
  problems: {
    malformedRequest: {
      title: 'The request could not be read',
      text: 'Please go back and try again.',
    },
    tooLarge: {
      title: 'The answers are too long',
      text: 'Nothing was sent. Please go back and shorten your answers.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'Perhaps it was moved. The start page helps you on.',
    },
    tooManyRequests: {
      title: 'Too many requests',
      text: 'Very many requests came from your connection in a short time. Please try again in a few minutes.',
    },
    unavailable: {
      title: 'The service can’t be reached at the moment',
      text: 'Please try again in a few minutes.',
    },
    internal: {
      title: 'That did not work',
      text: 'An error occurred on our side. Please try again later.',
    },
    home: 'To the start page',
  },
};
