import {
  address,
  applicantIs,
  applicantSection,
  choice,
  date,
  multipleChoice,
  number,
  text,
  unlessUploaded,
  upload,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const sewerConnection: ServiceTemplate = {
  id: 'wasseranschluss-beantragen',
  name: 'Anschluss an Wasser und Abwasser beantragen',
  summary:
    'Für einen Neubau oder einen Umbau beantragen Sie hier den Anschluss des Grundstücks an Trinkwasser, Schmutzwasser und Regenwasser.',
  serviceKey: '99129030000000',
  office: 'land',
  referencePrefix: 'WAS',
  decisionWithinDays: 60,
  description: {
    lifeSituation: 'property',
    searchWords: ['Abwasser', 'Kanal', 'Trinkwasser', 'Hausanschluss', 'Neubau', 'Regenwasser'],
    needs: ['Lageplan mit dem gewünschten Anschluss', 'Angaben zum Gebäude', 'Eigentumsnachweis'],
    fee: exampleFee(50, 150, '50 bis 150 € für die Genehmigung; den Anschluss selbst berechnet die Baufirma'),
    duration: 'Vier bis acht Wochen',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['site'],
    sections: [
      applicantSection({ fields: [yesNo('ownsSite', 'Gehört das Grundstück Ihnen?')] }),
      {
        title: 'Angaben zum Anschluss',
        fields: [
          address('site', 'Grundstück'),
          text('parcelOfSite', 'Gemarkung, Flur und Flurstück'),
          multipleChoice('connections', 'Was soll angeschlossen werden?', {
            water: 'Trinkwasser',
            sewage: 'Schmutzwasser',
            rain: 'Regenwasser',
          }),
          choice('reason', 'Anlass', {
            newBuilding: 'Neubau',
            rebuilding: 'Umbau oder Erweiterung',
            replacement: 'Ersatz eines alten Anschlusses',
          }),
          number('flats', 'Zahl der Wohnungen', { minimum: 0, maximum: 500 }),
          number('sealedArea', 'Befestigte Fläche', {
            help: 'Dächer, Wege und Höfe, von denen Regen in den Kanal läuft.',
            unit: 'm²',
            maximum: 1_000_000,
            showWhen: { fieldId: 'connections', includes: 'rain' },
          }),
          date('wantedOn', 'Gewünschter Beginn', { required: false }),
          upload('sitePlan', 'Lageplan'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'plan', label: 'Lageplan im Maßstab 1:500', neededWhen: unlessUploaded('sitePlan') },
      {
        id: 'consent',
        label: 'Einverständnis der Eigentümerin oder des Eigentümers',
        neededWhen: { fieldId: 'ownsSite', equals: false },
      },
    ],
  },
};
