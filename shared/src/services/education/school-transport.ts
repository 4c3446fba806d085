import {
  applicantIs,
  applicantSection,
  choice,
  date,
  iban,
  number,
  pattern,
  person,
  text,
  yesNo,
} from '../fields.ts';
import { exampleFee, type ServiceTemplate } from '../service-template.ts';

export const schoolTransport: ServiceTemplate = {
  id: 'schuelerbefoerderung-beantragen',
  name: 'Schülerbeförderung beantragen',
  summary:
    'Wer weit zur Schule fährt, bekommt vom Landkreis eine Fahrkarte oder die Fahrkosten erstattet. Die Gemeinde nimmt den Antrag an und gibt ihn weiter.',
  serviceKey: null,
  office: 'education',
  referencePrefix: 'SBF',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'education',
    searchWords: ['Schulbus', 'Fahrkarte', 'Schülerticket', 'Fahrkosten', 'Schulweg', 'Bus'],
    needs: ['Name der Schule und Klasse', 'Länge des Schulwegs', 'für die Erstattung: IBAN'],
    fee: exampleFee(0, 100, 'Bis Klasse 10 meist kostenlos, danach bis 100 € Eigenanteil im Schuljahr'),
    duration: 'Etwa vier Wochen, vor Schuljahresbeginn auch länger',
    responsibleBody: {
      kind: 'district',
      name: 'Landkreis, Amt für Bildung',
      contact: 'Schülerbeförderung im Kreishaus, Telefon auf der Seite Ihres Landkreises',
      handOver:
        'Wir geben Ihren Antrag innerhalb von drei Arbeitstagen an den Landkreis weiter. Der Bescheid kommt von dort.',
    },
    channels: ['online', 'district'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['pupil', 'school'],
    sections: [
      applicantSection({ title: 'Angaben zum Elternteil' }),
      {
        title: 'Angaben zur Schülerin oder zum Schüler',
        fields: [
          person('pupil', 'Schülerin oder Schüler', { asks: ['bornOn'] }),
          text('school', 'Schule'),
          pattern('schoolClass', 'Klasse', {
            expression: '(?:[1-9]|1[0-3])[a-z]?',
            says: 'Bitte die Klasse als Zahl mit oder ohne Buchstaben angeben, zum Beispiel 7b.',
            example: '7b',
          }),
          date('from', 'Beförderung ab'),
        ],
      },
      {
        title: 'Schulweg',
        fields: [
          text('stop', 'Nächste Haltestelle'),
          number('distance', 'Länge des Fußwegs zur Schule', { unit: 'km', decimals: 1, maximum: 200 }),
          choice('means', 'Wie fährt Ihr Kind?', {
            bus: 'mit Bus oder Bahn',
            car: 'mit dem Auto, weil kein Bus fährt',
            special: 'mit einem Fahrdienst wegen einer Behinderung',
          }),
          yesNo('wantsRefund', 'Möchten Sie schon bezahlte Fahrkosten erstattet haben?'),
          iban('account', 'IBAN', { showWhen: { fieldId: 'wantsRefund', equals: true } }),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'attendance', label: 'Schulbescheinigung' },
      { id: 'tickets', label: 'Fahrkarten', neededWhen: { fieldId: 'wantsRefund', equals: true } },
      {
        id: 'disability',
        label: 'Schwerbehindertenausweis oder ärztliche Bescheinigung',
        neededWhen: { fieldId: 'means', equals: 'special' },
      },
    ],
  },
};
