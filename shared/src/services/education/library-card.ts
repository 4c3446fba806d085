import { applicantIs, applicantSection, choice, pattern, person, yesNo } from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const libraryCard: ServiceTemplate = {
  id: 'bibliotheksausweis-beantragen',
  name: 'Bibliotheksausweis beantragen',
  summary:
    'Mit dem Ausweis leihen Sie in der Stadtbibliothek Bücher, Filme und Spiele aus und nutzen die Onleihe. Kinder brauchen die Zustimmung der Eltern.',
  serviceKey: null,
  office: 'education',
  referencePrefix: 'BIB',
  decisionWithinDays: 7,
  description: {
    lifeSituation: 'education',
    searchWords: ['Bücherei', 'Bibliothek', 'Leseausweis', 'Onleihe', 'Bücher', 'Stadtbibliothek'],
    needs: ['Personalausweis zum Abholen', 'für die Ermäßigung: ein Nachweis'],
    fee: exampleFee(0, 15, 'Kinder kostenlos, Erwachsene 15 € im Jahr, ermäßigt 7,50 €'),
    duration: 'Der Ausweis liegt nach zwei Tagen in der Bibliothek bereit.',
    ...byMunicipality,
    channels: ['online', 'appointment'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['cardFor'],
    sections: [
      applicantSection({ asks: ['bornOn'] }),
      {
        title: 'Angaben zum Ausweis',
        fields: [
          choice('cardFor', 'Für wen ist der Ausweis?', { self: 'für mich', child: 'für mein Kind' }),
          person('child', 'Kind', { asks: ['bornOn'], showWhen: { fieldId: 'cardFor', equals: 'child' } }),
          yesNo('mayUseInternet', 'Darf Ihr Kind die Internetplätze benutzen?', {
            showWhen: { fieldId: 'cardFor', equals: 'child' },
          }),
          yesNo('isReplacement', 'Ist ein früherer Ausweis verloren gegangen?'),
          pattern('oldCard', 'Nummer des früheren Ausweises', {
            required: false,
            expression: '\\d{6,8}',
            says: 'Die Nummer hat sechs bis acht Ziffern.',
            example: '0012345',
            showWhen: { fieldId: 'isReplacement', equals: true },
          }),
          choice(
            'reduction',
            'Ermäßigung',
            {
              none: 'keine',
              student: 'Schülerin, Schüler, Studium oder Ausbildung',
              benefits: 'Bürgergeld, Grundsicherung oder Wohngeld',
              disabled: 'Schwerbehindertenausweis',
            },
            { showWhen: { fieldId: 'cardFor', equals: 'self' } },
          ),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCard', label: 'Personalausweis' },
      {
        id: 'reductionProof',
        label: 'Nachweis für die Ermäßigung',
        neededWhen: {
          all: [{ fieldId: 'reduction', answered: true }, { not: { fieldId: 'reduction', equals: 'none' } }],
        },
      },
    ],
  },
};
