import {
  address,
  applicantIs,
  applicantSection,
  choice,
  date,
  iban,
  longText,
  pattern,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, free, type ServiceTemplate } from '../service-template.ts';

export const propertyTax: ServiceTemplate = {
  id: 'grundsteuer-auskunft',
  name: 'Grundsteuer: Auskunft und Änderungen',
  summary:
    'Hier fragen Sie nach Ihrem Grundsteuerbescheid, teilen einen Verkauf oder eine neue Anschrift mit oder erlauben der Gemeinde, die Steuer abzubuchen.',
  serviceKey: '99102012002000',
  office: 'finance',
  referencePrefix: 'GST',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'property',
    searchWords: ['Grundsteuer', 'Steuerbescheid', 'Eigentümerwechsel', 'SEPA', 'Lastschrift', 'Hausverkauf'],
    needs: [
      'Kassenzeichen aus dem letzten Bescheid',
      'bei einem Verkauf: Datum des Übergangs',
      'für die Abbuchung: IBAN',
    ],
    fee: free(),
    duration: 'Auskünfte in wenigen Tagen, Änderungen bis zum nächsten Bescheid',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['concern', 'propertyAddress'],
    sections: [
      applicantSection(),
      {
        title: 'Ihr Anliegen',
        fields: [
          choice('concern', 'Worum geht es?', {
            question: 'Frage zum Bescheid',
            sold: 'Das Grundstück hat eine neue Eigentümerin oder einen neuen Eigentümer',
            address: 'Meine Anschrift hat sich geändert',
            debit: 'Die Steuer soll abgebucht werden',
          }),
          pattern('cashReference', 'Kassenzeichen', {
            help: 'Es steht oben rechts auf dem Bescheid.',
            expression: '\\d{2}\\.?\\d{5}\\.?\\d',
            says: 'Das Kassenzeichen hat acht Ziffern, zum Beispiel 01.23456.7.',
            example: '01.23456.7',
          }),
          address('propertyAddress', 'Anschrift des Grundstücks'),
          longText('question', 'Ihre Frage', { showWhen: { fieldId: 'concern', equals: 'question' } }),
          date('transferredOn', 'Übergang am', {
            help: 'Der Tag, von dem an die neue Seite Nutzen und Lasten trägt. Er steht im Kaufvertrag.',
            showWhen: { fieldId: 'concern', equals: 'sold' },
          }),
          text('newOwner', 'Neue Eigentümerin oder neuer Eigentümer', {
            showWhen: { fieldId: 'concern', equals: 'sold' },
          }),
          date('newAddressSince', 'Die oben angegebene Anschrift gilt seit', {
            showWhen: { fieldId: 'concern', equals: 'address' },
          }),
          iban('account', 'IBAN', { showWhen: { fieldId: 'concern', equals: 'debit' } }),
          yesNo('isAccountHolder', 'Gehört das Konto Ihnen?', {
            showWhen: { fieldId: 'concern', equals: 'debit' },
          }),
          text('accountHolder', 'Wem gehört das Konto?', {
            showWhen: { fieldId: 'isAccountHolder', equals: false },
          }),
        ],
      },
    ],
    supportingDocuments: [
      {
        id: 'saleProof',
        label: 'Auszug aus dem Kaufvertrag mit dem Tag des Übergangs',
        neededWhen: { fieldId: 'concern', equals: 'sold' },
      },
      {
        id: 'mandate',
        label: 'Unterschriebenes Lastschriftmandat',
        help: 'Das Formular bekommen Sie mit der Eingangsbestätigung oder im Rathaus.',
        neededWhen: { fieldId: 'concern', equals: 'debit' },
      },
    ],
  },
};
