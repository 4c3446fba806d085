import {
  applicantIs,
  applicantSection,
  choice,
  date,
  pattern,
  text,
  unlessUploaded,
  upload,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const dogKeeping: ServiceTemplate = {
  id: 'hundehaltung-anmelden',
  name: 'Hundehaltung anmelden (Hunderegister)',
  summary:
    'Das Hundegesetz von Sachsen-Anhalt verlangt, jeden Hund innerhalb von 14 Tagen bei der Gemeinde anzumelden. Er braucht einen Chip und eine Haftpflichtversicherung.',
  serviceKey: '99110009104000',
  office: 'order',
  referencePrefix: 'HHA',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'animals',
    searchWords: ['Hund', 'Hunderegister', 'Chip', 'Hundehalter', 'Haftpflicht', 'Listenhund'],
    needs: [
      '15-stellige Chipnummer',
      'Versicherungsschein der Hundehaftpflicht',
      'Geburtsdatum und Rasse des Hundes',
    ],
    fee: exampleFee(10, 50, '10 bis 50 € für die Bescheinigung, online meist 10 €'),
    duration: 'Etwa zwei Wochen',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['dogName', 'breed'],
    sections: [
      applicantSection({ title: 'Angaben zur Halterin oder zum Halter', asks: ['bornOn'] }),
      {
        title: 'Angaben zum Hund',
        fields: [
          text('dogName', 'Name des Hundes', { maxLength: 80 }),
          text('breed', 'Rasse', { help: 'Bei Mischlingen bitte alle bekannten Rassen angeben.' }),
          choice('sex', 'Geschlecht', { female: 'weiblich', male: 'männlich' }),
          date('bornOn', 'Geboren am'),
          date('heldSince', 'Im Haushalt seit'),
          pattern('chip', 'Chipnummer', {
            help: 'Sie steht im Heimtierausweis.',
            expression: '\\d{15}',
            says: 'Die Chipnummer hat genau 15 Ziffern.',
            example: '276098100000001',
          }),
          yesNo('hasBitten', 'Hat der Hund schon einmal einen Menschen oder ein Tier gebissen?'),
          text('incident', 'Wann und wo?', {
            maxLength: 500,
            showWhen: { fieldId: 'hasBitten', equals: true },
          }),
        ],
      },
      {
        title: 'Haftpflichtversicherung',
        fields: [
          text('insurer', 'Versicherung'),
          text('policyNumber', 'Nummer des Versicherungsscheins', { maxLength: 60 }),
          date('insuredSince', 'Versichert seit'),
          upload('policy', 'Versicherungsschein'),
        ],
      },
    ],
    supportingDocuments: [
      {
        id: 'policyCopy',
        label: 'Versicherungsschein der Hundehaftpflicht',
        neededWhen: unlessUploaded('policy'),
      },
      {
        id: 'chipProof',
        label: 'Nachweis der Chipnummer',
        help: 'Seite aus dem Heimtierausweis oder Bescheinigung der Tierarztpraxis.',
      },
      { id: 'temperament', label: 'Wesenstest', neededWhen: { fieldId: 'hasBitten', equals: true } },
    ],
  },
};
