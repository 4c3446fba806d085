/** Who does what, and who stands in for whom. A part of `de`. */
export const work = {
  dayExample: 'TT.MM.JJJJ',
  absence: {
    menu: 'Abwesenheit und Vertretung …',
    title: (name: string) => `Abwesenheit: ${name}`,
    own: 'Ihre Abwesenheit',
    from: 'Erster Tag',
    until: 'Letzter Tag',
    deputy: 'Vertretung',
    nobody: 'niemand',
    help: 'Wer Sie vertritt, sieht in dieser Zeit Ihre Vorgänge und Fristen unter „In Vertretung“ und darf sie bearbeiten. Zuständig bleiben Sie.',
    helpFor: (name: string) =>
      `Wer vertritt, sieht in dieser Zeit die Vorgänge und Fristen von ${name} unter „In Vertretung“ und darf sie bearbeiten. Zuständig bleibt ${name}.`,
    noColleague: 'In keinem Ihrer Fachbereiche arbeitet sonst jemand.',
    withoutDeputy: 'Ohne Vertretung bleiben die Vorgänge liegen, bis die Leitung sie verteilt.',
    absentToo: (name: string, from: string, until: string) =>
      `${name} ist vom ${from} bis ${until} selbst abwesend. In dieser Zeit sieht die Vorgänge niemand: Eine Vertretung wird nicht weitergereicht.`,
    eachOther: (name: string, from: string, until: string) =>
      `${name} ist vom ${from} bis ${until} selbst abwesend, und die Vertretung dort wäre dieselbe Person. Sie würden sich gegenseitig vertreten, und niemand wäre da.`,
    save: 'Speichern',
    saveAnyway: 'Trotzdem speichern',
    end: 'Abwesenheit beenden',
    present: (from: string, until: string, deputy: string | undefined) =>
      `Eingetragen: ${from} bis ${until}, ${deputy === undefined ? 'ohne Vertretung' : `Vertretung: ${deputy}`}.`,
    field: 'Abwesenheit',
    value: (from: string, until: string, deputy: string) => `${from} bis ${until}, Vertretung: ${deputy}`,
    problems: {
      day: 'Bitte geben Sie einen Tag an, zum Beispiel 24.12.2026.',
      order: 'Der letzte Tag liegt vor dem ersten.',
    },
    operation: {
      set: (name: string) => `Abwesenheit eintragen: ${name}`,
      end: (name: string) => `Abwesenheit beenden: ${name}`,
    },
    standingInFor: (people: readonly string[]) => `Sie vertreten zurzeit ${people.join(' und ')}.`,
    personUntil: (name: string, until: string) => `${name} (bis ${until})`,
    awayUntil: (until: string) => `abwesend bis ${until}`,
    deputyIs: (name: string) => `in Vertretung: ${name}`,
    youStandIn: (name: string) => `Sie bearbeiten diesen Vorgang in Vertretung für ${name}.`,
    inPlaceOf: (line: string, name: string) => `${line} (in Vertretung für ${name})`,
  },
} as const;
