import { applicantIs, applicantSection, choice, number, pattern, text, yesNo } from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const adjoiningOwnerCertificate: ServiceTemplate = {
  id: 'anliegerbescheinigung',
  name: 'Anliegerbescheinigung beantragen',
  summary:
    'Die Bescheinigung sagt, ob für ein Grundstück noch Erschließungs- oder Straßenausbaubeiträge zu zahlen sind. Banken und Gerichte verlangen sie oft.',
  serviceKey: '99012003012000',
  office: 'land',
  referencePrefix: 'ANL',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'property',
    searchWords: ['Erschließungsbeitrag', 'Straßenausbau', 'Beiträge', 'Grundstück', 'Bank', 'Erschließung'],
    needs: [
      'Lage des Grundstücks',
      'Flur und Flurstück',
      'Nachweis, dass Ihnen das Grundstück gehört, oder eine Vollmacht',
    ],
    fee: exampleFee(20, 50, '20 bis 50 € je nach Aufwand'),
    duration: 'Etwa zwei bis vier Wochen',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['parcelAddress'],
    sections: [
      applicantSection({
        fields: [
          choice('relation', 'Sie sind', {
            owner: 'Eigentümerin oder Eigentümer',
            buyer: 'am Kauf interessiert',
            bank: 'Bank, Gericht oder Notariat',
            proxy: 'bevollmächtigt',
          }),
        ],
      }),
      {
        title: 'Angaben zum Grundstück',
        fields: [
          text('parcelAddress', 'Straße und Hausnummer oder Lage'),
          text('parcelDistrict', 'Gemarkung'),
          pattern('parcel', 'Flur und Flurstück', {
            expression: '\\d{1,3}-\\d{1,5}(?:/\\d{1,4})?',
            says: 'Bitte erst die Flur, dann mit Bindestrich das Flurstück angeben, zum Beispiel 4-117/2.',
            example: '4-117/2',
          }),
          number('area', 'Größe', { unit: 'm²', required: false, maximum: 10_000_000 }),
          yesNo('isBuilt', 'Ist das Grundstück bebaut?'),
          choice('purpose', 'Wofür brauchen Sie die Bescheinigung?', {
            loan: 'für einen Kredit',
            sale: 'für einen Verkauf',
            court: 'für ein Gericht',
            other: 'für etwas anderes',
          }),
          text('otherPurpose', 'Wofür genau?', { showWhen: { fieldId: 'purpose', equals: 'other' } }),
        ],
      },
    ],
    supportingDocuments: [
      {
        id: 'ownership',
        label: 'Grundbuchauszug',
        help: 'Nicht älter als drei Monate.',
        neededWhen: { fieldId: 'relation', equals: 'owner' },
      },
      {
        id: 'authority',
        label: 'Vollmacht der Eigentümerin oder des Eigentümers',
        neededWhen: {
          any: [
            { fieldId: 'relation', equals: 'proxy' },
            { fieldId: 'relation', equals: 'buyer' },
          ],
        },
      },
    ],
  },
};
