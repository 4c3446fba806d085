import { person, text } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { recordFee, recordForm } from './civil-record.ts';

export const birthCertificate: ServiceTemplate = {
  id: 'geburtsurkunde-beantragen',
  name: 'Geburtsurkunde beantragen',
  summary:
    'Eine neue Geburtsurkunde stellt das Standesamt des Ortes aus, an dem das Kind geboren wurde. Beantragen kann sie, wer mindestens 16 Jahre alt ist.',
  serviceKey: '99027002012000',
  office: 'civilRegistry',
  referencePrefix: 'GEB',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'family',
    searchWords: ['Geburt', 'Urkunde', 'Standesamt', 'Geburtsregister', 'Kind', 'Abstammung'],
    needs: [
      'Personalausweis oder Reisepass',
      'Namen und Geburtstag der betroffenen Person',
      'Vollmacht, wenn Sie für andere handeln',
    ],
    fee: recordFee,
    duration: 'Etwa eine Woche',
    ...byMunicipality,
  },
  form: recordForm(
    'Angaben zur Geburt',
    [
      person('born', 'Wessen Geburt?', { asks: ['bornOn', 'birthPlace'] }),
      text('mother', 'Name der Mutter', { required: false }),
      text('father', 'Name des Vaters', { required: false }),
    ],
    'born',
  ),
};
