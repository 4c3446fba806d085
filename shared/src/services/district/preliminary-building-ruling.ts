import {
  address,
  applicantIs,
  applicantSection,
  choice,
  group,
  longText,
  number,
  pattern,
  text,
  unlessUploaded,
  upload,
  yesNo,
} from '../fields.ts';
import { exampleFee, type ServiceTemplate } from '../service-template.ts';

export const preliminaryBuildingRuling: ServiceTemplate = {
  id: 'bauvorbescheid-beantragen',
  name: 'Bauvorbescheid beantragen (Bauvoranfrage)',
  summary:
    'Mit einer Bauvoranfrage klären Sie einzelne Fragen, bevor Sie einen Bauantrag stellen. Es entscheidet der Landkreis; die Gemeinde wird gehört.',
  serviceKey: '99012010001000',
  office: 'land',
  referencePrefix: 'BVB',
  decisionWithinDays: 90,
  description: {
    lifeSituation: 'property',
    searchWords: ['Bauvoranfrage', 'Bauantrag', 'bauen', 'Haus bauen', 'Baugenehmigung', 'Neubau'],
    needs: ['Lageplan', 'Beschreibung des Vorhabens', 'die Fragen, die entschieden werden sollen'],
    fee: exampleFee(50, 1875, '50 bis 1.875 € je nach Umfang'),
    duration: 'Etwa drei Monate. Der Bescheid gilt drei Jahre und kann verlängert werden.',
    responsibleBody: {
      kind: 'district',
      name: 'Landkreis, untere Bauaufsichtsbehörde',
      contact: 'Bauaufsicht im Kreishaus, Telefon auf der Seite Ihres Landkreises',
      handOver:
        'Wir nehmen zu Ihrem Vorhaben Stellung und geben den Antrag mit allen Unterlagen innerhalb von zwei Wochen an den Landkreis weiter.',
    },
    channels: ['online', 'district'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['project', 'site'],
    sections: [
      applicantSection({
        title: 'Bauherrin oder Bauherr',
        fields: [yesNo('ownsSite', 'Gehört das Grundstück Ihnen?')],
      }),
      {
        title: 'Grundstück',
        fields: [
          address('site', 'Anschrift', { required: false, help: 'Wenn es schon eine gibt.' }),
          text('siteDistrict', 'Gemarkung'),
          pattern('sitePart', 'Flur', {
            expression: '\\d{1,3}',
            says: 'Die Flur ist eine Zahl mit höchstens drei Stellen.',
            example: '4',
          }),
          pattern('siteParcel', 'Flurstück', {
            expression: '\\d{1,5}(?:/\\d{1,4})?',
            says: 'Das Flurstück ist eine Zahl, oft mit Schrägstrich, zum Beispiel 117/2.',
            example: '117/2',
          }),
        ],
      },
      {
        title: 'Vorhaben',
        fields: [
          choice('project', 'Was möchten Sie bauen?', {
            house: 'ein Wohnhaus',
            extension: 'einen Anbau oder Umbau',
            garage: 'eine Garage oder ein Nebengebäude',
            business: 'ein Gebäude für ein Gewerbe',
            other: 'etwas anderes',
          }),
          longText('projectMore', 'Beschreibung'),
          number('floorArea', 'Grundfläche', { unit: 'm²', decimals: 1, maximum: 100_000 }),
          number('floors', 'Zahl der Geschosse', { minimum: 1, maximum: 20 }),
          group(
            'questions',
            'Fragen an die Bauaufsicht',
            {
              help: 'Nur was Sie fragen, wird entschieden.',
              entryTitle: 'Frage',
              addLabel: 'Weitere Frage hinzufügen',
              minimumCount: 1,
              maximumCount: 10,
            },
            [text('asks', 'Ihre Frage', { maxLength: 500 })],
          ),
          upload('plans', 'Lageplan und Skizzen'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'sitePlan', label: 'Auszug aus der Liegenschaftskarte' },
      {
        id: 'drawings',
        label: 'Bauzeichnungen, soweit sie für die Fragen nötig sind',
        neededWhen: unlessUploaded('plans'),
      },
      {
        id: 'ownerConsent',
        label: 'Einverständnis der Eigentümerin oder des Eigentümers',
        neededWhen: { fieldId: 'ownsSite', equals: false },
      },
    ],
  },
};
