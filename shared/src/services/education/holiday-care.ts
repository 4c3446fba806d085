import {
  applicantIs,
  applicantSection,
  choice,
  group,
  information,
  longText,
  multipleChoice,
  person,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const holidayCare: ServiceTemplate = {
  id: 'ferienbetreuung-anmelden',
  name: 'Ferienbetreuung anmelden',
  summary:
    'In den Schulferien betreut die Gemeinde Grundschulkinder auch ohne Hortvertrag. Sie können mehrere Kinder in einem Antrag anmelden.',
  serviceKey: null,
  office: 'education',
  referencePrefix: 'FER',
  decisionWithinDays: 21,
  description: {
    lifeSituation: 'education',
    searchWords: ['Ferien', 'Ferienspiele', 'Ferienhort', 'Sommerferien', 'Betreuung', 'Ferienlager'],
    needs: [
      'Namen und Geburtstage der Kinder',
      'Telefonnummer für Notfälle',
      'Angaben zu Allergien und Medikamenten',
    ],
    fee: exampleFee(8, 15, '8 bis 15 € am Tag mit Mittagessen'),
    duration: 'Drei Wochen vor den Ferien bekommen Sie eine Antwort.',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['holidays'],
    sections: [
      applicantSection({ title: 'Angaben zum Elternteil' }),
      {
        title: 'Ferien',
        fields: [
          choice('holidays', 'Welche Ferien?', {
            winter: 'Winterferien',
            easter: 'Osterferien',
            summer: 'Sommerferien',
            autumn: 'Herbstferien',
          }),
          multipleChoice(
            'weeks',
            'Welche Wochen?',
            {
              first: '1. Woche',
              second: '2. Woche',
              third: '3. Woche',
              fourth: '4. Woche',
              fifth: '5. Woche',
              sixth: '6. Woche',
            },
            { showWhen: { fieldId: 'holidays', equals: 'summer' } },
          ),
          choice('day', 'Täglich', { half: 'bis 13 Uhr', full: 'bis 16 Uhr' }),
        ],
      },
      {
        title: 'Angaben zu den Kindern',
        fields: [
          group(
            'children',
            'Kinder',
            { entryTitle: 'Kind', addLabel: 'Weiteres Kind hinzufügen', minimumCount: 1, maximumCount: 6 },
            [
              person('child', 'Name und Geburt', { asks: ['bornOn'] }),
              text('childSchool', 'Schule'),
              yesNo('canSwim', 'Kann das Kind schwimmen?'),
              yesNo('maySwim', 'Darf es mit ins Freibad?', {
                showWhen: { fieldId: 'canSwim', equals: true },
              }),
              yesNo('hasIllness', 'Gibt es Allergien oder Krankheiten?'),
              longText('illness', 'Welche, und was ist zu tun?', {
                maxLength: 1000,
                showWhen: { fieldId: 'hasIllness', equals: true },
              }),
            ],
          ),
        ],
      },
      {
        title: 'Notfall',
        fields: [
          { id: 'emergencyPhone', type: 'phone', label: 'Telefon für Notfälle', required: true },
          text('pickUp', 'Wer darf die Kinder abholen?', { maxLength: 300 }),
          information(
            'outing',
            'Ausflüge',
            'In den Sommerferien gibt es Ausflüge mit dem Bus. Die Kinder brauchen dann einen Rucksack mit Trinkflasche.',
            { showWhen: { fieldId: 'holidays', equals: 'summer' } },
          ),
        ],
      },
    ],
    supportingDocuments: [{ id: 'consent', label: 'Unterschriebene Einverständniserklärung' }],
  },
};
