import {
  applicantIs,
  applicantSection,
  choice,
  date,
  group,
  longText,
  money,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const lostProperty: ServiceTemplate = {
  id: 'fundsache-abfragen',
  name: 'Verlorene Sache im Fundbüro suchen',
  summary:
    'Haben Sie etwas verloren? Beschreiben Sie es, und das Fundbüro meldet sich, wenn es abgegeben wird. Fundsachen werden sechs Monate aufbewahrt.',
  serviceKey: '99089017015000',
  office: 'order',
  referencePrefix: 'FUN',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'order',
    searchWords: ['Fundbüro', 'verloren', 'gefunden', 'Schlüssel', 'Fahrrad', 'Geldbörse', 'Fundsache'],
    needs: [
      'möglichst genaue Beschreibung',
      'Tag und Ort des Verlusts',
      'zum Abholen: Personalausweis und ein Nachweis, dass es Ihnen gehört',
    ],
    fee: exampleFee(0, 15, 'Die Suche kostet nichts, das Abholen bis 15 €'),
    duration: 'Wir antworten innerhalb einer Woche.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['lostOn', 'lostAt'],
    sections: [
      applicantSection(),
      {
        title: 'Angaben zum Verlust',
        fields: [
          date('lostOn', 'Verloren am'),
          text('lostAt', 'Wo etwa?'),
          group(
            'things',
            'Verlorene Sachen',
            { entryTitle: 'Sache', addLabel: 'Weitere Sache hinzufügen', minimumCount: 1, maximumCount: 10 },
            [
              choice('thing', 'Was ist es?', {
                keys: 'Schlüssel',
                purse: 'Geldbörse oder Tasche',
                phone: 'Telefon oder Gerät',
                bicycle: 'Fahrrad',
                papers: 'Ausweis oder Papiere',
                clothes: 'Kleidung',
                other: 'etwas anderes',
              }),
              text('frameNumber', 'Rahmennummer', {
                required: false,
                maxLength: 40,
                showWhen: { fieldId: 'thing', equals: 'bicycle' },
              }),
              longText('looks', 'Beschreibung', {
                help: 'Farbe, Marke, Größe, Besonderheiten.',
                maxLength: 1000,
              }),
              money('worth', 'Wert etwa', { required: false }),
            ],
          ),
          yesNo('wasReported', 'Haben Sie den Verlust der Polizei gemeldet?'),
          text('policeReference', 'Vorgangsnummer der Polizei', {
            required: false,
            showWhen: { fieldId: 'wasReported', equals: true },
          }),
        ],
      },
    ],
  },
};
