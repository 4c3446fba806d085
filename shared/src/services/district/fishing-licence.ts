import {
  applicantIs,
  applicantSection,
  choice,
  date,
  pattern,
  unlessUploaded,
  upload,
  yesNo,
} from '../fields.ts';
import { exampleFee, type ServiceTemplate } from '../service-template.ts';

export const fishingLicence: ServiceTemplate = {
  id: 'fischereischein-beantragen',
  name: 'Fischereischein beantragen',
  summary:
    'Wer angeln will, braucht einen Fischereischein und die Erlaubnis für das Gewässer. Den Schein stellt der Landkreis aus; die Gemeinde gibt Ihren Antrag dorthin weiter.',
  serviceKey: '99042001012000',
  office: 'order',
  referencePrefix: 'FIS',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'animals',
    searchWords: ['angeln', 'Angelschein', 'Fischerei', 'Fischerprüfung', 'Jugendfischereischein'],
    needs: ['Zeugnis der Fischerprüfung', 'Passfoto', 'Personalausweis'],
    fee: exampleFee(10, 200, 'Je nach Dauer 10 bis 200 €, dazu die Fischereiabgabe'),
    duration: 'Zwei bis vier Wochen',
    responsibleBody: {
      kind: 'district',
      name: 'Landkreis, untere Fischereibehörde',
      contact: 'Fischereibehörde im Kreishaus, Telefon auf der Seite Ihres Landkreises',
      handOver:
        'Wir geben Ihren Antrag innerhalb von drei Arbeitstagen an den Landkreis weiter und sagen Ihnen Bescheid. Die Entscheidung kommt von dort.',
    },
    channels: ['online', 'district'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['licence', 'duration'],
    sections: [
      applicantSection({ asks: ['birthName', 'bornOn', 'birthPlace', 'nationality'] }),
      {
        title: 'Angaben zum Schein',
        fields: [
          choice('licence', 'Welcher Schein?', {
            adult: 'Fischereischein',
            youth: 'Jugendfischereischein (8 bis 17 Jahre)',
            special: 'Sonderfischereischein wegen einer Behinderung',
          }),
          choice(
            'duration',
            'Für wie lange?',
            { one: '1 Jahr', five: '5 Jahre', life: 'auf Lebenszeit' },
            {
              showWhen: { not: { fieldId: 'licence', equals: 'youth' } },
            },
          ),
          yesNo('hadLicence', 'Hatten Sie schon einen Fischereischein?'),
          pattern('oldLicence', 'Nummer des früheren Scheins', {
            required: false,
            expression: '[A-Z0-9/-]{3,20}',
            says: 'Die Nummer besteht aus Großbuchstaben, Ziffern, Schräg- und Bindestrichen.',
            example: 'SDL-1234/21',
            showWhen: { fieldId: 'hadLicence', equals: true },
          }),
          date('examOn', 'Fischerprüfung abgelegt am', {
            showWhen: {
              all: [
                { fieldId: 'licence', equals: 'adult' },
                { fieldId: 'hadLicence', equals: false },
              ],
            },
          }),
          yesNo(
            'wasConvicted',
            'Wurden Sie in den letzten fünf Jahren wegen Fischwilderei oder Tierquälerei bestraft?',
          ),
          upload('certificate', 'Prüfungszeugnis'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'photo', label: 'Passfoto' },
      {
        id: 'examProof',
        label: 'Zeugnis der Fischerprüfung',
        neededWhen: { all: [{ fieldId: 'examOn', answered: true }, unlessUploaded('certificate')] },
      },
      {
        id: 'oldLicenceProof',
        label: 'Früherer Fischereischein',
        neededWhen: { fieldId: 'hadLicence', equals: true },
      },
      {
        id: 'disability',
        label: 'Schwerbehindertenausweis',
        neededWhen: { fieldId: 'licence', equals: 'special' },
      },
    ],
  },
};
