import { address, applicantIs, applicantSection, choice, date, money, number, yesNo } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';

export const secondHomeTax: ServiceTemplate = {
  id: 'zweitwohnung-anmelden',
  name: 'Zweitwohnung zur Steuer anmelden',
  summary:
    'Wer in der Gemeinde neben der Hauptwohnung eine weitere Wohnung hat, meldet sie innerhalb eines Monats zur Zweitwohnungssteuer an.',
  serviceKey: '99102017002000',
  office: 'finance',
  referencePrefix: 'ZWS',
  decisionWithinDays: 60,
  description: {
    lifeSituation: 'property',
    searchWords: ['Zweitwohnungssteuer', 'Nebenwohnung', 'Ferienwohnung', 'Bungalow', 'Wochenendhaus'],
    needs: ['Mietvertrag oder Angaben zum Eigentum', 'Wohnfläche', 'Anschrift der Hauptwohnung'],
    fee: {
      fromCents: 0,
      toCents: 0,
      says: 'Die Anmeldung kostet nichts. Die Höhe der Steuer steht in der Satzung der Gemeinde.',
      isExample: false,
    },
    duration: 'Der Bescheid kommt nach etwa vier bis acht Wochen.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['secondHome'],
    sections: [
      applicantSection({ asks: ['bornOn'] }),
      {
        title: 'Angaben zur Zweitwohnung',
        fields: [
          address('secondHome', 'Anschrift der Zweitwohnung'),
          date('heldSince', 'Sie haben die Wohnung seit'),
          number('livingArea', 'Wohnfläche', { unit: 'm²', decimals: 2, minimum: 1, maximum: 2000 }),
          choice('tenure', 'Die Wohnung ist', {
            rented: 'gemietet',
            owned: 'mein Eigentum',
            free: 'mir kostenlos überlassen',
          }),
          money('rent', 'Kaltmiete im Monat', {
            help: 'Ohne Heizung und Nebenkosten, zum Beispiel 412,50.',
            maximum: 1_000_000,
            showWhen: { fieldId: 'tenure', equals: 'rented' },
          }),
          yesNo('forWork', 'Brauchen Sie die Wohnung für Arbeit oder Ausbildung?'),
          yesNo('isMarried', 'Sind Sie verheiratet oder verpartnert und leben nicht getrennt?', {
            help: 'Wer verheiratet ist und die Wohnung für die Arbeit braucht, zahlt keine Zweitwohnungssteuer.',
            showWhen: { fieldId: 'forWork', equals: true },
          }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'lease', label: 'Mietvertrag', neededWhen: { fieldId: 'tenure', equals: 'rented' } },
      {
        id: 'employer',
        label: 'Bescheinigung des Arbeitgebers oder der Ausbildungsstätte',
        neededWhen: {
          all: [
            { fieldId: 'forWork', equals: true },
            { fieldId: 'isMarried', equals: true },
          ],
        },
      },
    ],
  },
};
