import { date, person, text } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { recordFee, recordForm } from './civil-record.ts';

export const marriageCertificate: ServiceTemplate = {
  id: 'eheurkunde-beantragen',
  name: 'Eheurkunde beantragen',
  summary: 'Eine neue Eheurkunde stellt das Standesamt aus, bei dem die Ehe geschlossen wurde.',
  serviceKey: '99059004012000',
  office: 'civilRegistry',
  referencePrefix: 'EHE',
  decisionWithinDays: 14,
  description: {
    lifeSituation: 'family',
    searchWords: ['Heirat', 'Heiratsurkunde', 'Ehe', 'Trauung', 'Standesamt', 'Eheregister'],
    needs: ['Personalausweis oder Reisepass', 'Namen beider Eheleute', 'Datum und Ort der Eheschließung'],
    fee: recordFee,
    duration: 'Etwa eine Woche',
    ...byMunicipality,
  },
  form: recordForm(
    'Angaben zur Ehe',
    [
      person('firstSpouse', 'Erste Person', { asks: ['birthName'] }),
      person('secondSpouse', 'Zweite Person', { asks: ['birthName'] }),
      date('marriedOn', 'Datum der Eheschließung'),
      text('marriedAt', 'Ort der Eheschließung'),
    ],
    'firstSpouse',
  ),
};
