import { type LetterTemplate, letterTemplate } from '../domain/letter-template.ts';

/** § 70 Abs. 1 VwGO; one month from the day it is made known. */
const objection =
  'Gegen diesen Bescheid können Sie innerhalb eines Monats nach Bekanntgabe Widerspruch erheben. Der Widerspruch ist schriftlich, in elektronischer Form nach § 3a Absatz 2 des Verwaltungsverfahrensgesetzes oder zur Niederschrift bei {{Gemeinde}}, {{Gemeindeanschrift}}, einzulegen.';

const common = {
  version: 0,
  forServices: [],
  closing: 'Mit freundlichen Grüßen',
  signature: 'none',
} as const;

/** What is handed out at the counter for a case that was entered. */
export const receiptTemplateId = 'standard.eingang';

/** What letters are made from in a town that has no template of its own for it. */
export const defaultTemplates: readonly LetterTemplate[] = [
  {
    ...common,
    id: 'standard.bewilligung',
    name: 'Bewilligung',
    decisionKinds: ['approved'],
    subject: 'Bescheid: {{Leistung}}',
    text: '{{Anrede}}\n\nIhrem Antrag vom {{Antragsdatum}} wird entsprochen.\n\nGegenstand: {{Angaben}}\n\n{{Begründung}}\n\nDie Gebühr beträgt {{Gebühr}}.\n\nBitte zahlen Sie {{Offener Betrag}} bis zum {{Zahlbar bis}} unter Angabe des Kassenzeichens {{Kassenzeichen}}.\n\nFalls Sie Fragen haben, erreichen Sie uns unter der oben genannten Telefonnummer. Bitte nennen Sie dabei das Aktenzeichen {{Aktenzeichen}}.',
    legalRemedy: objection,
  },
  {
    ...common,
    id: 'standard.teilbewilligung',
    name: 'Teilweise Bewilligung',
    decisionKinds: ['partly'],
    subject: 'Bescheid: {{Leistung}}',
    text: '{{Anrede}}\n\nIhrem Antrag vom {{Antragsdatum}} wird teilweise entsprochen. Im Übrigen wird er abgelehnt.\n\nGegenstand: {{Angaben}}\n\nBegründung:\n{{Begründung}}\n\nDie Gebühr beträgt {{Gebühr}}.\n\nBitte zahlen Sie {{Offener Betrag}} bis zum {{Zahlbar bis}} unter Angabe des Kassenzeichens {{Kassenzeichen}}.\n\nFalls Sie Fragen haben, erreichen Sie uns unter der oben genannten Telefonnummer. Bitte nennen Sie dabei das Aktenzeichen {{Aktenzeichen}}.',
    legalRemedy: objection,
  },
  {
    ...common,
    id: 'standard.ablehnung',
    name: 'Ablehnung',
    decisionKinds: ['rejected'],
    subject: 'Bescheid: {{Leistung}}',
    text: '{{Anrede}}\n\nIhren Antrag vom {{Antragsdatum}} müssen wir leider ablehnen.\n\nGegenstand: {{Angaben}}\n\nBegründung:\n{{Begründung}}\n\nDie Gebühr beträgt {{Gebühr}}.\n\nBitte zahlen Sie {{Offener Betrag}} bis zum {{Zahlbar bis}} unter Angabe des Kassenzeichens {{Kassenzeichen}}.\n\nFalls Sie Fragen haben, erreichen Sie uns unter der oben genannten Telefonnummer. Bitte nennen Sie dabei das Aktenzeichen {{Aktenzeichen}}.',
    legalRemedy: objection,
  },
  {
    ...common,
    id: 'standard.ruecknahme',
    name: 'Einstellung nach Rücknahme',
    decisionKinds: ['withdrawn'],
    subject: 'Ihr Antrag: {{Leistung}}',
    text: '{{Anrede}}\n\nSie haben Ihren Antrag vom {{Antragsdatum}} zurückgenommen. Das Verfahren ist damit beendet.\n\n{{Begründung}}\n\nSie können jederzeit einen neuen Antrag stellen.',
    legalRemedy: '',
  },
  {
    ...common,
    id: 'standard.unzustaendig',
    name: 'Nicht zuständig',
    decisionKinds: ['notResponsible'],
    subject: 'Ihr Antrag: {{Leistung}}',
    text: '{{Anrede}}\n\nfür Ihren Antrag vom {{Antragsdatum}} sind wir nicht zuständig und können ihn deshalb nicht bearbeiten.\n\n{{Begründung}}\n\nBitte wenden Sie sich mit Ihrem Anliegen an die zuständige Stelle.',
    legalRemedy: '',
  },
  {
    ...common,
    id: 'standard.schreiben',
    name: 'Schreiben zum Vorgang',
    decisionKinds: [],
    subject: 'Ihr Antrag: {{Leistung}}',
    text: '{{Anrede}}\n\nzu Ihrem Antrag vom {{Antragsdatum}} teilen wir Ihnen mit:\n\n',
    legalRemedy: '',
  },
  {
    ...common,
    id: receiptTemplateId,
    name: 'Eingangsbestätigung',
    decisionKinds: [],
    subject: 'Eingangsbestätigung: {{Leistung}}',
    text: '{{Anrede}}\n\nIhr Antrag ist am {{Antragsdatum}} bei uns eingegangen. Bitte geben Sie bei Rückfragen das Aktenzeichen {{Aktenzeichen}} an.\n\n{{Angaben}}\n\nDen Stand können Sie auf der Internetseite der Gemeinde mit dem Zugangscode {{Zugangscode}} abfragen.',
    legalRemedy: '',
  },
  {
    ...common,
    id: 'standard.zahlungserinnerung',
    name: 'Zahlungserinnerung',
    decisionKinds: [],
    subject: 'Zahlungserinnerung: {{Leistung}}',
    text: '{{Anrede}}\n\nfür die Gebühr zu Ihrem Antrag vom {{Antragsdatum}} haben wir noch keine vollständige Zahlung erhalten. Offen sind {{Offener Betrag}}; zahlbar war der Betrag bis zum {{Zahlbar bis}}.\n\nBitte überweisen Sie ihn in den nächsten Tagen unter Angabe des Kassenzeichens {{Kassenzeichen}}. Haben Sie inzwischen gezahlt, ist dieses Schreiben gegenstandslos.',
    legalRemedy: '',
  },
].map((template) => letterTemplate.parse(template));
