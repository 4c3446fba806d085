import {
  applicantIs,
  applicantSection,
  choice,
  date,
  longText,
  multipleChoice,
  number,
  text,
  unlessUploaded,
  upload,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const specialRoadUse: ServiceTemplate = {
  id: 'sondernutzung-beantragen',
  name: 'Sondernutzung von Straßen und Plätzen beantragen',
  summary:
    'Wer auf öffentlichen Straßen oder Plätzen etwas aufstellt, braucht eine Erlaubnis: zum Beispiel für Gerüst, Container, Stühle, Waren oder Plakate.',
  serviceKey: '99108012005000',
  office: 'order',
  referencePrefix: 'SON',
  decisionWithinDays: 21,
  description: {
    lifeSituation: 'traffic',
    searchWords: ['Gerüst', 'Container', 'Plakate', 'Straßenfest', 'Freisitz', 'Baustelle', 'Halteverbot'],
    needs: ['Lageskizze mit Maßen', 'Zeitraum', 'Angaben zur Firma, die aufstellt'],
    fee: exampleFee(15, 150, '15 bis 150 € nach der Sondernutzungssatzung'),
    duration: 'Bitte mindestens zwei Wochen vorher beantragen.',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['location', 'from'],
    sections: [
      applicantSection({ fields: [text('company', 'Firma oder Verein', { required: false })] }),
      {
        title: 'Angaben zur Nutzung',
        fields: [
          multipleChoice('uses', 'Was wird aufgestellt?', {
            scaffold: 'Gerüst',
            container: 'Container oder Bauzaun',
            seats: 'Tische und Stühle',
            goods: 'Waren oder Werbetafel',
            posters: 'Plakate',
            event: 'Stand oder Bühne',
          }),
          text('location', 'Wo?', { help: 'Straße und Hausnummer, oder der Name des Platzes.' }),
          number('length', 'Länge', { unit: 'm', decimals: 1, maximum: 1000 }),
          number('width', 'Breite', { unit: 'm', decimals: 1, maximum: 100 }),
          number('posterCount', 'Zahl der Plakate', {
            minimum: 1,
            maximum: 500,
            showWhen: { fieldId: 'uses', includes: 'posters' },
          }),
          date('from', 'Vom'),
          date('to', 'Bis'),
          choice('footpath', 'Bleibt der Gehweg frei?', {
            free: 'ja, mindestens 1,50 m',
            narrow: 'ja, aber schmaler',
            closed: 'nein',
          }),
          yesNo('needsNoParking', 'Brauchen Sie ein Halteverbot?', {
            showWhen: {
              any: [
                { fieldId: 'uses', includes: 'scaffold' },
                { fieldId: 'uses', includes: 'container' },
              ],
            },
          }),
          longText('remarks', 'Hinweise', { required: false }),
          upload('sketch', 'Lageskizze'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'sketchOnPaper', label: 'Lageskizze mit Maßen', neededWhen: unlessUploaded('sketch') },
      {
        id: 'trafficPlan',
        label: 'Verkehrszeichenplan',
        neededWhen: {
          any: [
            { fieldId: 'needsNoParking', equals: true },
            { fieldId: 'footpath', equals: 'closed' },
          ],
        },
      },
    ],
  },
};
