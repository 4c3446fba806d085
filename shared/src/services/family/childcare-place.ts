import {
  applicantIs,
  applicantSection,
  choice,
  date,
  group,
  longText,
  multipleChoice,
  person,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';

export const childcarePlace: ServiceTemplate = {
  id: 'kita-platz-anmelden',
  name: 'Kita-Platz anmelden',
  summary:
    'Sie melden Ihr Kind für Krippe, Kindergarten oder Hort an. Das geht von der Geburt an. Jedes Kind hat Anspruch auf acht Stunden am Tag, bei Bedarf auf zehn, im Hort auf sechs.',
  serviceKey: '99041004034000',
  office: 'education',
  referencePrefix: 'KITA',
  decisionWithinDays: 60,
  description: {
    lifeSituation: 'family',
    searchWords: [
      'Kindergarten',
      'Krippe',
      'Hort',
      'Kinderbetreuung',
      'Kindertagesstätte',
      'Betreuungsplatz',
    ],
    needs: [
      'Geburtsdaten des Kindes',
      'Wunscheinrichtung und Wunschtermin',
      'für zehn Stunden: Nachweis über Arbeit oder Ausbildung',
    ],
    fee: {
      fromCents: 0,
      toCents: 0,
      says: 'Die Anmeldung kostet nichts. Den Elternbeitrag legt die Gemeinde durch Satzung fest.',
      isExample: false,
    },
    duration: 'Sie bekommen innerhalb von zwei Monaten eine Antwort.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['child', 'firstChoice', 'startsOn'],
    sections: [
      applicantSection({
        title: 'Angaben zum Elternteil',
        fields: [
          choice('custody', 'Wer hat das Sorgerecht?', {
            both: 'wir beide',
            alone: 'ich allein',
            other: 'jemand anderes',
          }),
          person('otherParent', 'Anderer Elternteil', { showWhen: { fieldId: 'custody', equals: 'both' } }),
          text('otherCustody', 'Wer genau?', {
            help: 'Zum Beispiel Pflegeeltern oder Vormund.',
            showWhen: { fieldId: 'custody', equals: 'other' },
          }),
        ],
      }),
      {
        title: 'Angaben zum Kind',
        fields: [
          person('child', 'Kind', { asks: ['bornOn'] }),
          group(
            'siblings',
            'Geschwister in einer Kita oder im Hort',
            {
              entryTitle: 'Geschwisterkind',
              addLabel: 'Geschwisterkind hinzufügen',
              minimumCount: 0,
              maximumCount: 8,
            },
            [
              person('sibling', 'Name und Geburt', { asks: ['bornOn'] }),
              yesNo('isCaredFor', 'Geht es schon in eine Einrichtung der Gemeinde?'),
              text('siblingPlace', 'In welche?', { showWhen: { fieldId: 'isCaredFor', equals: true } }),
            ],
          ),
        ],
      },
      {
        title: 'Gewünschte Betreuung',
        fields: [
          choice('care', 'Art der Betreuung', {
            creche: 'Krippe (bis 3 Jahre)',
            kindergarten: 'Kindergarten (ab 3 Jahre)',
            afterSchool: 'Hort (Grundschulkinder)',
          }),
          text('firstChoice', 'Wunscheinrichtung'),
          text('secondChoice', 'Zweiter Wunsch', { required: false }),
          date('startsOn', 'Beginn der Betreuung'),
          choice(
            'hours',
            'Stunden am Tag',
            { five: '5 Stunden', eight: '8 Stunden', ten: '10 Stunden' },
            {
              showWhen: { not: { fieldId: 'care', equals: 'afterSchool' } },
            },
          ),
          multipleChoice(
            'needs',
            'Braucht Ihr Kind etwas Besonderes?',
            {
              allergy: 'Es hat eine Allergie oder Unverträglichkeit',
              medicine: 'Es braucht regelmäßig Medikamente',
              inclusion: 'Es hat eine Behinderung oder braucht Förderung',
            },
            { required: false },
          ),
          longText('needsMore', 'Was sollen wir darüber wissen?', {
            required: false,
            showWhen: { fieldId: 'needs', answered: true },
          }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'birth', label: 'Kopie der Geburtsurkunde' },
      { id: 'measles', label: 'Nachweis des Masernschutzes', help: 'Vor dem ersten Tag in der Einrichtung.' },
      {
        id: 'work',
        label: 'Bescheinigung über Arbeit oder Ausbildung',
        neededWhen: { fieldId: 'hours', equals: 'ten' },
      },
      {
        id: 'custodyProof',
        label: 'Nachweis des Sorgerechts',
        neededWhen: { not: { fieldId: 'custody', equals: 'both' } },
      },
    ],
  },
};
