import {
  applicantIs,
  applicantSection,
  choice,
  date,
  information,
  number,
  pattern,
  person,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

const time = {
  expression: '(?:[01]?\\d|2[0-3]):[0-5]\\d',
  says: 'Bitte die Uhrzeit mit Doppelpunkt angeben, zum Beispiel 18:30.',
};

export const traditionalBonfire: ServiceTemplate = {
  id: 'brauchtumsfeuer-anzeigen',
  name: 'Brauchtumsfeuer anzeigen',
  summary:
    'Oster-, Mai- und andere Brauchtumsfeuer zeigen Vereine, Feuerwehren und Kirchengemeinden mindestens 14 Tage vorher beim Ordnungsamt an.',
  serviceKey: '99063010006000',
  office: 'order',
  referencePrefix: 'FEU',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'order',
    searchWords: ['Osterfeuer', 'Lagerfeuer', 'Maifeuer', 'Feuer', 'verbrennen', 'Martinsfeuer'],
    needs: [
      'Ort, Tag und Uhrzeit',
      'verantwortliche Person mit Telefon',
      'Einverständnis der Eigentümerin oder des Eigentümers',
    ],
    fee: exampleFee(0, 30, 'Für Vereine meist kostenlos, sonst bis 30 €'),
    duration: 'Innerhalb von 14 Tagen',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['occasion', 'burnsOn', 'place'],
    sections: [
      applicantSection({
        title: 'Angaben zur Veranstalterin oder zum Veranstalter',
        fields: [text('organisation', 'Verein oder Organisation')],
      }),
      {
        title: 'Angaben zum Feuer',
        fields: [
          choice('occasion', 'Anlass', {
            easter: 'Osterfeuer',
            may: 'Maifeuer',
            martin: 'Martinsfeuer',
            other: 'anderes Brauchtum',
          }),
          text('otherOccasion', 'Welches?', { showWhen: { fieldId: 'occasion', equals: 'other' } }),
          date('burnsOn', 'Tag'),
          pattern('startsAt', 'Beginn', { ...time, example: '18:30', maxLength: 5 }),
          pattern('endsAt', 'Ende', { ...time, example: '23:00', maxLength: 5 }),
          text('place', 'Ort', { help: 'So genau, dass die Feuerwehr ihn findet.' }),
          yesNo('ownsPlace', 'Gehört Ihnen die Fläche?'),
          number('height', 'Höhe des Haufens', { unit: 'm', decimals: 1, maximum: 20 }),
          number('diameter', 'Durchmesser', { unit: 'm', decimals: 1, maximum: 30 }),
          information(
            'bigFire',
            'Großes Feuer',
            'Ab 3 m Höhe brauchen Sie eine Brandwache der Feuerwehr. Bitte sprechen Sie sie rechtzeitig an.',
            { showWhen: { fieldId: 'height', atLeast: 3 } },
          ),
          number('buildingDistance', 'Abstand zum nächsten Gebäude', { unit: 'm', maximum: 5000 }),
        ],
      },
      {
        title: 'Verantwortliche Person vor Ort',
        fields: [
          person('keeper', 'Verantwortliche Person'),
          { id: 'keeperPhone', type: 'phone', label: 'Mobiltelefon', required: true },
          yesNo('hasWater', 'Stehen Löschmittel bereit?'),
        ],
      },
    ],
    supportingDocuments: [
      {
        id: 'ownerConsent',
        label: 'Einverständnis der Eigentümerin oder des Eigentümers',
        neededWhen: { fieldId: 'ownsPlace', equals: false },
      },
      { id: 'fireWatch', label: 'Zusage der Feuerwehr', neededWhen: { fieldId: 'height', atLeast: 3 } },
    ],
  },
};
