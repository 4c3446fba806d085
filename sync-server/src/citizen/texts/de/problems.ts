/** Pages that say what did not work. */
export const problems = {
  problems: {
    malformedRequest: {
      title: 'Die Anfrage war nicht lesbar',
      text: 'Bitte gehen Sie zurück und versuchen Sie es erneut.',
    },
    tooLarge: {
      title: 'Die Angaben sind zu lang',
      text: 'Es wurde nichts abgesendet. Bitte gehen Sie zurück und kürzen Sie Ihre Angaben.',
    },
    notFound: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht wurde sie verschoben. Die Startseite hilft Ihnen weiter.',
    },
    tooManyRequests: {
      title: 'Zu viele Anfragen',
      text: 'Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Anfragen. Bitte versuchen Sie es in einigen Minuten erneut.',
    },
    unavailable: {
      title: 'Der Dienst ist gerade nicht erreichbar',
      text: 'Bitte versuchen Sie es in einigen Minuten erneut.',
    },
    internal: {
      title: 'Das hat nicht geklappt',
      text: 'Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es später erneut.',
    },
    home: 'Zur Startseite',
  },
} as const;
