import { applicantIs, applicantSection, choice, date, pattern, text, yesNo } from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const residentParking: ServiceTemplate = {
  id: 'bewohnerparkausweis-beantragen',
  name: 'Bewohnerparkausweis beantragen',
  summary:
    'Mit dem Ausweis parken Sie in Ihrer Bewohnerparkzone ohne Gebühr. Sie müssen dort wohnen, das Auto dauernd nutzen und keinen eigenen Stellplatz haben.',
  serviceKey: '99108001001000',
  office: 'order',
  referencePrefix: 'BPA',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'traffic',
    searchWords: ['parken', 'Anwohner', 'Parkausweis', 'Auto', 'Stellplatz', 'Parkzone'],
    needs: [
      'Personalausweis',
      'Zulassungsbescheinigung Teil I',
      'bei fremdem Auto: Bestätigung der Halterin oder des Halters',
    ],
    fee: exampleFee(10.2, 30.7, '30,70 € im Jahr, 10,20 € für eine Änderung'),
    duration: 'Etwa eine Woche',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['plate', 'zone'],
    sections: [
      applicantSection(),
      {
        title: 'Angaben zum Ausweis',
        fields: [
          choice('kind', 'Was beantragen Sie?', {
            first: 'einen neuen Ausweis',
            extension: 'eine Verlängerung',
            change: 'ein anderes Kennzeichen',
          }),
          text('zone', 'Parkzone', { help: 'Sie steht auf dem Schild in Ihrer Straße.', maxLength: 20 }),
          date('from', 'Gültig ab'),
          yesNo('hasPlace', 'Haben Sie einen eigenen Stellplatz oder eine Garage?'),
        ],
      },
      {
        title: 'Angaben zum Auto',
        fields: [
          pattern('plate', 'Kennzeichen', {
            expression: '[A-ZÄÖÜ]{1,3}-?[A-Z]{1,2}\\d{1,4}[EH]?',
            says: 'Bitte das Kennzeichen in Großbuchstaben angeben, zum Beispiel SDL-AB 123.',
            example: 'SDL-AB 123',
          }),
          yesNo('isKeeper', 'Ist das Auto auf Sie zugelassen?'),
          text('keeper', 'Auf wen ist es zugelassen?', { showWhen: { fieldId: 'isKeeper', equals: false } }),
          yesNo('isCompanyCar', 'Ist es ein Dienstwagen?', {
            showWhen: { fieldId: 'isKeeper', equals: false },
          }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'registration', label: 'Zulassungsbescheinigung Teil I' },
      {
        id: 'keeperConsent',
        label: 'Bestätigung, dass Sie das Auto dauernd nutzen',
        neededWhen: { fieldId: 'isKeeper', equals: false },
      },
    ],
  },
};
