import { address, applicantIs, applicantSection, longText, multipleChoice, text } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { dateOf, tradeFee, tradeFields, tradeWords } from './trade.ts';

export const tradeChange: ServiceTemplate = {
  id: 'gewerbe-ummelden',
  name: 'Gewerbe ummelden',
  summary:
    'Sie melden Ihr Gewerbe um, wenn der Betrieb innerhalb der Gemeinde umzieht oder sich die Tätigkeit oder der Name ändert.',
  serviceKey: '99050012071000',
  office: 'order',
  referencePrefix: 'GWU',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'business',
    searchWords: [...tradeWords, 'Umzug', 'Tätigkeit ändern', 'ummelden'],
    needs: ['Personalausweis', 'letzte Gewerbeanmeldung', 'bei eingetragenen Firmen: Registerauszug'],
    fee: tradeFee,
    duration: 'Etwa eine Woche',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['changes', 'effectiveOn'],
    sections: [
      applicantSection({ asks: ['bornOn'] }),
      { title: 'Betrieb, wie er bisher gemeldet ist', fields: [...tradeFields] },
      {
        title: 'Was sich ändert',
        fields: [
          multipleChoice('changes', 'Was ändert sich?', {
            address: 'die Anschrift',
            activity: 'die Tätigkeit',
            name: 'der Name',
          }),
          address('newBusinessAddress', 'Neue Anschrift', {
            showWhen: { fieldId: 'changes', includes: 'address' },
          }),
          longText('newActivity', 'Neue Tätigkeit', {
            maxLength: 1000,
            showWhen: { fieldId: 'changes', includes: 'activity' },
          }),
          text('newName', 'Neuer Name', { showWhen: { fieldId: 'changes', includes: 'name' } }),
          dateOf('Ab'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCard', label: 'Kopie des Personalausweises' },
      {
        id: 'registerExtract',
        label: 'Neuer Auszug aus dem Handelsregister',
        neededWhen: {
          all: [
            { fieldId: 'legalForm', equals: 'registered' },
            { fieldId: 'changes', includes: 'name' },
          ],
        },
      },
    ],
  },
};
