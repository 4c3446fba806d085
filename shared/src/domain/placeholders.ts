/** A gap in a template, `{{Aktenzeichen}}`, and what it is filled with. The names are what administrators type. */
export interface Placeholder {
  readonly name: string;
  readonly meaning: string;
}

/** What every case has. */
export const commonPlaceholders = [
  { name: 'Anrede', meaning: 'Guten Tag und der Name, sonst „Sehr geehrte Damen und Herren“' },
  { name: 'Name', meaning: 'Name der antragstellenden Person' },
  { name: 'Aktenzeichen', meaning: 'Aktenzeichen des Vorgangs' },
  { name: 'Zugangscode', meaning: 'Mit ihm lässt sich der Stand im Internet abfragen' },
  { name: 'Leistung', meaning: 'Name der Dienstleistung' },
  { name: 'Antragsdatum', meaning: 'Tag, an dem der Antrag eingegangen ist' },
  { name: 'Angaben', meaning: 'Worum es geht, in einer Zeile' },
  { name: 'Begründung', meaning: 'Die Begründung der Entscheidung' },
  { name: 'Gebühr', meaning: 'Festgesetzte Gebühr, zum Beispiel 35,00 €; leer, wenn keine erhoben wird' },
  { name: 'Offener Betrag', meaning: 'Was davon noch zu zahlen ist; leer, wenn nichts offen ist' },
  { name: 'Zahlbar bis', meaning: 'Tag, bis zu dem zu zahlen ist; leer, wenn nichts offen ist' },
  { name: 'Kassenzeichen', meaning: 'Verwendungszweck für die Überweisung' },
  { name: 'Datum', meaning: 'Tag des Schreibens' },
  { name: 'Sachbearbeitung', meaning: 'Name der Person, die schreibt' },
  { name: 'Amt', meaning: 'Name des Amts' },
  { name: 'Gemeinde', meaning: 'Name der Gemeinde' },
  { name: 'Gemeindeanschrift', meaning: 'Anschrift der Gemeinde in einer Zeile' },
  { name: 'Telefon', meaning: 'Telefonnummer der Gemeinde' },
  {
    name: 'Durchwahl',
    meaning: 'Eigenes Telefon der Person, die schreibt; leer, wenn keines eingetragen ist',
  },
  { name: 'Zimmer', meaning: 'Zimmer der Person, die schreibt; leer, wenn keines eingetragen ist' },
  { name: 'E-Mail', meaning: 'E-Mail-Adresse der Gemeinde' },
] as const satisfies readonly Placeholder[];
export type CommonPlaceholder = (typeof commonPlaceholders)[number]['name'];

/** An answer of the application: `{{Antwort:dogName}}`. */
export const answerPrefix = 'Antwort:';

/** What a template may name whatever service it is for: the common ones, and answers by their field. */
export function isPlaceholder(name: string): boolean {
  return (
    commonPlaceholders.some((common) => common.name === name) ||
    (name.startsWith(answerPrefix) && /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(name.slice(answerPrefix.length)))
  );
}

export interface UnknownPlaceholder {
  /** As it stands there; '' where braces are not closed. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

const gap = /\{\{([^{}]*)\}\}/g;

/** What stands in double braces and is known to nobody, and braces that belong to nothing: each with its line. */
export function unknownPlaceholders(
  text: string,
  isKnown: (name: string) => boolean,
): readonly UnknownPlaceholder[] {
  return text.split('\n').flatMap((line, index) => {
    const named = [...line.matchAll(gap)].map(([, name = '']) => name.trim());
    const isOdd = /\{\{|\}\}/.test(line.replaceAll(gap, ''));
    return [
      ...named.filter((name) => !isKnown(name)).map((name) => ({ name, line: index + 1 })),
      ...(isOdd ? [{ name: '', line: index + 1 }] : []),
    ];
  });
}

/** Every gap filled; one that nobody knows stays as it is, for who reads it to see. */
export function fillPlaceholders(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(gap, (whole, name: string) => values.get(name.trim()) ?? whole);
}

/**
 * The same paragraph by paragraph and line by line: where all gaps are left empty, the words around them fall away with
 * them.
 */
export function fillParagraphs(text: string, values: ReadonlyMap<string, string>): string {
  const isSaid = (part: string) => {
    const gaps = [...part.matchAll(gap)].map(([, name = '']) => values.get(name.trim()));
    return gaps.length === 0 || gaps.some((value) => value !== '');
  };
  return text
    .split(/\n[ \t]*\n/)
    .filter(isSaid)
    .map((paragraph) => fillPlaceholders(paragraph.split('\n').filter(isSaid).join('\n'), values).trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
