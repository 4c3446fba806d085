import {
  address,
  applicantIs,
  applicantSection,
  choice,
  date,
  iban,
  pattern,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, free, type ServiceTemplate } from '../service-template.ts';

export const dogDeregistration: ServiceTemplate = {
  id: 'hund-abmelden',
  name: 'Hund abmelden',
  summary:
    'Ist Ihr Hund gestorben, abgegeben oder ziehen Sie mit ihm weg, melden Sie ihn innerhalb von 14 Tagen ab. Zu viel gezahlte Steuer bekommen Sie zurück.',
  serviceKey: '99110009070000',
  office: 'order',
  referencePrefix: 'HAB',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'animals',
    searchWords: ['Hund', 'Hundesteuer', 'abmelden', 'verstorben', 'Umzug', 'Steuermarke'],
    needs: [
      'Kassenzeichen oder Chipnummer',
      'Steuermarke zur Rückgabe',
      'Nachweis, zum Beispiel von der Tierarztpraxis',
    ],
    fee: free(),
    duration: 'Etwa zwei Wochen',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['dogName', 'reason'],
    sections: [
      applicantSection(),
      {
        title: 'Angaben zum Hund',
        fields: [
          text('dogName', 'Name des Hundes', { maxLength: 80 }),
          pattern('chip', 'Chipnummer', {
            required: false,
            expression: '\\d{15}',
            says: 'Die Chipnummer hat genau 15 Ziffern.',
            example: '276098100000001',
          }),
          choice('reason', 'Warum melden Sie ab?', {
            died: 'Der Hund ist gestorben',
            given: 'Ich habe den Hund abgegeben',
            moved: 'Wir sind weggezogen',
            lost: 'Der Hund ist entlaufen',
          }),
          date('endedOn', 'Seit wann?'),
          text('newKeeper', 'Wer hat den Hund jetzt?', { showWhen: { fieldId: 'reason', equals: 'given' } }),
          address('newAddress', 'Neue Anschrift', {
            showWhen: {
              any: [
                { fieldId: 'reason', equals: 'given' },
                { fieldId: 'reason', equals: 'moved' },
              ],
            },
          }),
          yesNo('hasTag', 'Haben Sie die Steuermarke noch?'),
          iban('account', 'IBAN für eine Erstattung', { required: false }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'tag', label: 'Steuermarke', neededWhen: { fieldId: 'hasTag', equals: true } },
      {
        id: 'vet',
        label: 'Bescheinigung der Tierarztpraxis',
        neededWhen: { fieldId: 'reason', equals: 'died' },
      },
    ],
  },
};
