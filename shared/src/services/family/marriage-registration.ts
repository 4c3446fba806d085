import {
  address,
  applicantIs,
  applicantSection,
  choice,
  date,
  group,
  information,
  multipleChoice,
  number,
  person,
  text,
  yesNo,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const marriageRegistration: ServiceTemplate = {
  id: 'eheschliessung-anmelden',
  name: 'Eheschließung anmelden',
  summary:
    'Sie melden Ihre Hochzeit bei dem Standesamt an, in dessen Bezirk eine oder einer von Ihnen wohnt. Mit diesem Formular bereiten Sie die Anmeldung vor; zum Unterschreiben kommen Sie beide ins Standesamt.',
  serviceKey: '99059001104000',
  office: 'civilRegistry',
  referencePrefix: 'ESA',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'family',
    searchWords: ['Hochzeit', 'heiraten', 'Trauung', 'Standesamt', 'Aufgebot', 'Trautermin'],
    needs: [
      'Personalausweise oder Reisepässe von Ihnen beiden',
      'beglaubigte Ausdrucke aus den Geburtenregistern',
      'nach einer früheren Ehe: Eheurkunde und Scheidungsurteil oder Sterbeurkunde',
    ],
    fee: exampleFee(50, 100, '50 € für die Prüfung, 100 € wenn ausländisches Recht zu beachten ist'),
    duration: 'Die Anmeldung gilt sechs Monate.',
    ...byMunicipality,
  },
  form: {
    ...applicantIs,
    summaryFields: ['partner', 'wantedOn'],
    sections: [
      applicantSection({
        title: 'Erste Person',
        asks: ['birthName', 'bornOn', 'birthPlace', 'nationality'],
        fields: [
          choice('status', 'Familienstand', {
            single: 'ledig',
            divorced: 'geschieden',
            widowed: 'verwitwet',
          }),
        ],
      }),
      {
        title: 'Zweite Person',
        fields: [
          person('partner', 'Zweite Person', { asks: ['birthName', 'bornOn', 'birthPlace', 'nationality'] }),
          yesNo('livesTogether', 'Wohnen Sie zusammen?'),
          address('partnerAddress', 'Anschrift der zweiten Person', {
            showWhen: { fieldId: 'livesTogether', equals: false },
          }),
          choice('partnerStatus', 'Familienstand der zweiten Person', {
            unmarried: 'ledig',
            divorced: 'geschieden',
            widowed: 'verwitwet',
          }),
        ],
      },
      {
        title: 'Familie',
        fields: [
          group(
            'children',
            'Gemeinsame Kinder',
            {
              help: 'Nur Kinder, die Sie beide zusammen haben.',
              entryTitle: 'Kind',
              addLabel: 'Kind hinzufügen',
              minimumCount: 0,
              maximumCount: 10,
            },
            [person('child', 'Name und Geburt', { asks: ['bornOn', 'birthPlace'] })],
          ),
        ],
      },
      {
        title: 'Hochzeit',
        fields: [
          date('wantedOn', 'Wunschtermin', { required: false }),
          choice('place', 'Wo möchten Sie heiraten?', {
            townHall: 'im Trauzimmer des Rathauses',
            elsewhere: 'an einem anderen Trauort der Gemeinde',
          }),
          text('placeName', 'Welcher Trauort?', { showWhen: { fieldId: 'place', equals: 'elsewhere' } }),
          number('guests', 'Zahl der Gäste', { maximum: 300, required: false }),
          multipleChoice(
            'extras',
            'Was wünschen Sie sich dazu?',
            { music: 'Musik', rings: 'Ringtausch', interpreter: 'Dolmetscherin oder Dolmetscher' },
            { required: false },
          ),
          information(
            'interpreterNote',
            'Dolmetschen',
            'Bitte bringen Sie zur Anmeldung und zur Trauung jemanden mit, der vereidigt ist oder nicht mit Ihnen verwandt.',
            { showWhen: { fieldId: 'extras', includes: 'interpreter' } },
          ),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCards', label: 'Personalausweise oder Reisepässe beider Personen' },
      { id: 'registers', label: 'Beglaubigte Ausdrucke aus den Geburtenregistern' },
      {
        id: 'divorces',
        label: 'Eheurkunde und rechtskräftiges Scheidungsurteil der letzten Ehe',
        neededWhen: {
          any: [
            { fieldId: 'status', equals: 'divorced' },
            { fieldId: 'partnerStatus', equals: 'divorced' },
          ],
        },
      },
      {
        id: 'deaths',
        label: 'Eheurkunde der letzten Ehe und Sterbeurkunde',
        neededWhen: {
          any: [
            { fieldId: 'status', equals: 'widowed' },
            { fieldId: 'partnerStatus', equals: 'widowed' },
          ],
        },
      },
      {
        id: 'childrenRecords',
        label: 'Geburtsurkunden der gemeinsamen Kinder',
        neededWhen: { fieldId: 'children', atLeast: 1 },
      },
    ],
  },
};
