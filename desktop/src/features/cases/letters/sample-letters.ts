import type { Letter } from '@amtsstube/shared/domain/letter';
import type { MunicipalitySettings } from '@amtsstube/shared/domain/settings';
import { localDate } from '@amtsstube/shared/domain/time';
import { answerWords } from '@amtsstube/shared/fixtures/answer-words';
import { aCase, aDossier, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { templatesFor } from '@amtsstube/shared/letters/choose-templates';
import { draftLetter, type LetterSource } from '@amtsstube/shared/letters/draft-letter';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { coverLetter } from '../handover/cover-letter.ts';

/** A name with letters that few fonts have, and one that no window of an envelope is wide enough for. */
const applicant = {
  firstName: 'Łukasz Đặng-Çelik',
  lastName: 'Freiherr von und zu Dvořák-Großschönebeck-Ățărîță',
  street: 'Bürgermeister-Dr.-Grünewald-Straße 117 a, Hinterhaus',
};

const conditions = Array.from(
  { length: 14 },
  (_, index) =>
    `${index + 1}. Der Hund ist außerhalb des befriedeten Besitztums so zu führen, dass niemand gefährdet oder mehr als unvermeidbar belästigt wird. Änderungen – auch ein Umzug innerhalb der Gemeinde, eine Übergabe an Dritte oder der Verlust der Steuermarke – sind innerhalb von 14 Tagen schriftlich oder zur Niederschrift anzuzeigen.`,
).join('\n\n');

const grounds = Array.from(
  { length: 12 },
  (_, index) =>
    `Zu Ziffer ${index + 1}: Nach der Satzung sind dem Antrag die genannten Nachweise beizufügen. Trotz Rückfrage lagen sie bis zum heutigen Tag nicht vor; die Voraussetzungen für die begehrte Ermäßigung ließen sich deshalb nicht feststellen. Das öffentliche Interesse an der Gleichmäßigkeit der Besteuerung überwiegt hier das Interesse an einer Entscheidung ohne Nachweis.`,
).join('\n\n');

/** Letters of two pages and a short one, by the town's own templates: what is looked at and validated page by page. */
export function sampleLetters(): Readonly<Record<'approved' | 'rejected' | 'handedOver', Letter>> {
  const decided = (kind: 'approved' | 'rejected', reason: string): Letter => {
    const [template] = templatesFor(testTownSettings, testTown.serviceId, kind);
    if (template === undefined) throw new Error(`no template for ${kind}`);
    const { letter, problems } = draftLetter(template, sampleSource(reason));
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return letter;
  };
  return {
    approved: decided('approved', `Die Anmeldung gilt unter diesen Nebenbestimmungen:\n\n${conditions}`),
    rejected: decided('rejected', grounds),
    handedOver: coverLetter(sampleSource(''), {
      bodyName:
        'Landkreis Musterland, Untere Fischerei- und Jagdbehörde, z. Hd. Frau Žofie Müßiggang-Öztürk, Kreisstraße 5, 39500 Musterkreis',
      word: 'Das Prüfungszeugnis liegt uns im Original vor; auf Wunsch senden wir es Ihnen zu.',
      documents: 3,
    }),
  };
}

function sampleSource(reason: string): LetterSource {
  return {
    caseRecord: aCase({ applicantName: `${applicant.firstName} ${applicant.lastName}` }),
    dossier: aDossier({ answers: validDogAnswers(applicant) }),
    form: dogTax.form,
    municipality: testTownSettings.find(({ kind }) => kind === 'municipality') as MunicipalitySettings,
    serviceName: 'Hundesteuer anmelden',
    departmentName: 'Bürgerservice und Steuern',
    clerkName: 'Bernd Krüger',
    today: localDate.parse('2026-11-23'),
    reason,
    answerWords,
  };
}
