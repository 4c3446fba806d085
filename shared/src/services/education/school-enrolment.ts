import { address, applicantIs, applicantSection, choice, longText, person, text, yesNo } from '../fields.ts';
import { byMunicipality, free, type ServiceTemplate } from '../service-template.ts';

export const schoolEnrolment: ServiceTemplate = {
  id: 'schulanmeldung-grundschule',
  name: 'Kind an der Grundschule anmelden',
  summary:
    'Kinder, die bis zum 30. Juni sechs Jahre alt werden, kommen im selben Jahr in die Schule. Angemeldet werden sie bis zum 1. März des Jahres davor.',
  serviceKey: '99088003034001',
  office: 'education',
  referencePrefix: 'SCH',
  decisionWithinDays: 90,
  description: {
    lifeSituation: 'education',
    searchWords: ['Einschulung', 'Schulanfang', 'Grundschule', 'Schule', 'erste Klasse', 'Schulpflicht'],
    needs: ['Geburtsurkunde des Kindes', 'Nachweis des Sorgerechts', 'Nachweis des Masernschutzes'],
    fee: free(),
    duration: 'Die Schule lädt Sie und Ihr Kind zu einem Gespräch ein.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['pupil', 'school'],
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
        ],
      }),
      {
        title: 'Angaben zum Kind',
        fields: [
          person('pupil', 'Kind', { asks: ['bornOn', 'birthPlace', 'nationality'] }),
          yesNo('livesWithApplicant', 'Wohnt das Kind bei Ihnen?'),
          address('pupilAddress', 'Anschrift des Kindes', {
            showWhen: { fieldId: 'livesWithApplicant', equals: false },
          }),
          text('kindergarten', 'Besuchte Kita', { required: false }),
        ],
      },
      {
        title: 'Schule',
        fields: [
          text('school', 'Grundschule Ihres Schulbezirks'),
          yesNo('wantsOther', 'Soll Ihr Kind eine andere Grundschule besuchen?'),
          text('otherSchool', 'Gewünschte Grundschule', {
            showWhen: { fieldId: 'wantsOther', equals: true },
          }),
          longText('otherReason', 'Warum?', { showWhen: { fieldId: 'wantsOther', equals: true } }),
          choice('timing', 'Wann soll Ihr Kind in die Schule kommen?', {
            due: 'wie vorgesehen',
            earlier: 'ein Jahr früher',
            later: 'ein Jahr später',
          }),
          yesNo('needsAfterSchool', 'Brauchen Sie einen Platz im Hort?'),
          choice('religion', 'Unterricht', {
            ethics: 'Ethik',
            protestant: 'evangelische Religion',
            catholic: 'katholische Religion',
          }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'birth', label: 'Geburtsurkunde des Kindes' },
      { id: 'measles', label: 'Nachweis des Masernschutzes' },
      {
        id: 'custodyProof',
        label: 'Nachweis des Sorgerechts',
        neededWhen: { not: { fieldId: 'custody', equals: 'both' } },
      },
      { id: 'doctor', label: 'Ärztliche Stellungnahme', neededWhen: { fieldId: 'timing', equals: 'later' } },
    ],
  },
};
