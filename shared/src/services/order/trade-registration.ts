import { applicantIs, applicantSection, choice, multipleChoice, yesNo } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { dateOf, sideline, staffFields, tradeFee, tradeFields, tradeWords } from './trade.ts';

export const tradeRegistration: ServiceTemplate = {
  id: 'gewerbe-anmelden',
  name: 'Gewerbe anmelden',
  summary:
    'Wer ein Gewerbe beginnt, übernimmt oder eine Zweigstelle eröffnet, meldet es an, sobald es losgeht. Freie Berufe und Landwirtschaft sind kein Gewerbe.',
  serviceKey: '99050012104000',
  office: 'order',
  referencePrefix: 'GWA',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'business',
    searchWords: [...tradeWords, 'gründen', 'Gewerbeschein', 'Selbstständigkeit'],
    needs: [
      'Personalausweis',
      'bei eingetragenen Firmen: Registerauszug',
      'bei manchen Berufen: Erlaubnis oder Handwerkskarte',
    ],
    fee: tradeFee,
    duration: 'Der Gewerbeschein kommt nach etwa einer Woche.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['activity', 'effectiveOn'],
    sections: [
      applicantSection({ asks: ['birthName', 'bornOn', 'birthPlace', 'nationality'] }),
      {
        title: 'Angaben zum Betrieb',
        fields: [
          choice('begin', 'Was melden Sie an?', {
            founding: 'einen neuen Betrieb',
            takeover: 'die Übernahme eines Betriebs',
            branch: 'eine Zweigstelle',
          }),
          ...tradeFields,
          sideline,
          dateOf('Beginn am'),
          ...staffFields,
          multipleChoice(
            'permits',
            'Ist die Tätigkeit erlaubnispflichtig?',
            {
              craft: 'zulassungspflichtiges Handwerk',
              food: 'Gaststätte oder Lebensmittel',
              guard: 'Bewachung',
              broker: 'Makler- oder Finanzgeschäft',
            },
            { required: false, help: 'Nur ankreuzen, was zutrifft.' },
          ),
          yesNo('hasPermit', 'Haben Sie die Erlaubnis oder Eintragung schon?', {
            showWhen: { fieldId: 'permits', answered: true },
          }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCard', label: 'Kopie des Personalausweises' },
      {
        id: 'registerExtract',
        label: 'Auszug aus dem Handelsregister',
        neededWhen: { fieldId: 'legalForm', equals: 'registered' },
      },
      { id: 'craftCard', label: 'Handwerkskarte', neededWhen: { fieldId: 'permits', includes: 'craft' } },
      { id: 'permit', label: 'Erlaubnis', neededWhen: { fieldId: 'hasPermit', equals: true } },
    ],
  },
};
