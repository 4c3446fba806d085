import { date, person, text } from '../fields.ts';
import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { recordFee, recordForm } from './civil-record.ts';

export const deathCertificate: ServiceTemplate = {
  id: 'sterbeurkunde-beantragen',
  name: 'Sterbeurkunde beantragen',
  summary:
    'Weitere Sterbeurkunden stellt das Standesamt des Sterbeortes aus, zum Beispiel für Versicherung, Bank oder Nachlassgericht.',
  serviceKey: '99101004012000',
  office: 'civilRegistry',
  referencePrefix: 'STE',
  decisionWithinDays: 7,
  description: {
    lifeSituation: 'family',
    searchWords: ['Todesfall', 'Tod', 'Verstorben', 'Erbe', 'Bestattung', 'Standesamt'],
    needs: [
      'Personalausweis oder Reisepass',
      'Namen und Sterbetag der verstorbenen Person',
      'Nachweis der Verwandtschaft oder des rechtlichen Interesses',
    ],
    fee: recordFee,
    duration: 'Wenige Tage',
    ...byMunicipality,
  },
  form: recordForm(
    'Angaben zur verstorbenen Person',
    [
      person('deceased', 'Verstorbene Person', { asks: ['birthName', 'bornOn'] }),
      date('diedOn', 'Gestorben am'),
      text('diedAt', 'Sterbeort'),
    ],
    'deceased',
  ),
};
