import { applicantIs, applicantSection, choice, text } from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';
import { dateOf, staffFields, tradeFields, tradeWords } from './trade.ts';

export const tradeDeregistration: ServiceTemplate = {
  id: 'gewerbe-abmelden',
  name: 'Gewerbe abmelden',
  summary:
    'Geben Sie Ihren Betrieb auf, übergeben Sie ihn oder verlegen Sie ihn in eine andere Gemeinde, melden Sie ihn hier ab.',
  serviceKey: '99050012070000',
  office: 'order',
  referencePrefix: 'GWB',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'business',
    searchWords: [...tradeWords, 'aufgeben', 'Betriebsaufgabe', 'schließen', 'abmelden'],
    needs: ['Personalausweis', 'letzte Gewerbeanmeldung'],
    fee: exampleFee(0, 30, 'Kostenlos bis 30 €'),
    duration: 'Etwa eine Woche',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['activity', 'effectiveOn'],
    sections: [
      applicantSection({ asks: ['bornOn'] }),
      {
        title: 'Angaben zum Betrieb',
        fields: [
          ...tradeFields,
          dateOf('Ende am'),
          choice('reason', 'Grund', {
            closed: 'Ich gebe den Betrieb auf',
            handedOver: 'Ich übergebe den Betrieb',
            moved: 'Ich verlege den Betrieb in eine andere Gemeinde',
          }),
          text('successor', 'Wer übernimmt den Betrieb?', {
            showWhen: { fieldId: 'reason', equals: 'handedOver' },
          }),
          text('newMunicipality', 'In welche Gemeinde?', {
            showWhen: { fieldId: 'reason', equals: 'moved' },
          }),
          ...staffFields,
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCard', label: 'Kopie des Personalausweises' },
      { id: 'registration', label: 'Letzte Gewerbeanmeldung' },
    ],
  },
};
