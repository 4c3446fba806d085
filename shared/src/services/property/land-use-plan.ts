import { applicantIs, applicantSection, choice, longText, multipleChoice, text } from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const landUsePlan: ServiceTemplate = {
  id: 'flaechennutzungsplan-auskunft',
  name: 'Auskunft aus Flächennutzungs- und Bebauungsplan',
  summary:
    'Sie erfahren, was die Pläne der Gemeinde für ein Grundstück vorsehen: Wohnen, Gewerbe, Grünfläche oder Landwirtschaft.',
  serviceKey: '99012012023000',
  office: 'land',
  referencePrefix: 'FNP',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'property',
    searchWords: ['Flächennutzungsplan', 'Bebauungsplan', 'Bauland', 'B-Plan', 'bauen', 'Baugebiet'],
    needs: ['Lage des Grundstücks, möglichst mit Flur und Flurstück'],
    fee: exampleFee(0, 35, 'Einsicht kostenlos, schriftliche Auskunft bis 35 €'),
    duration: 'Etwa zwei Wochen',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['location'],
    sections: [
      applicantSection(),
      {
        title: 'Angaben zum Grundstück',
        fields: [
          text('location', 'Lage', { help: 'Straße und Hausnummer, oder Gemarkung, Flur und Flurstück.' }),
          multipleChoice('plans', 'Welche Auskunft brauchen Sie?', {
            'land-use': 'Flächennutzungsplan',
            development: 'Bebauungsplan',
            monument: 'Denkmalbereich oder Gestaltungssatzung',
            water: 'Hochwasser- oder Wasserschutzgebiet',
          }),
          choice('answerBy', 'Wie möchten Sie die Auskunft?', {
            written: 'schriftlich',
            visit: 'bei einem Termin im Rathaus',
          }),
          longText('intention', 'Was haben Sie vor?', {
            required: false,
            help: 'Dann können wir Sie auch auf anderes hinweisen, das für Sie wichtig ist.',
          }),
        ],
      },
    ],
  },
};
