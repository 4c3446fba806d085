/** Ids as the domain makes them; nothing that could be more than an id may come in from outside. */
const caseLink = /^amtsstube:\/\/case\/([0-9A-Za-z-]{1,64})\/?$/;

/** The screen an `amtsstube://case/<id>` link means, as the page's hash; anything else is `undefined`. */
export function placeOfDeepLink(link: string): string | undefined {
  const caseId = caseLink.exec(link)?.[1];
  return caseId === undefined ? undefined : `#/case/${caseId}`;
}

/** The link among the arguments a (second) start of the program got; Windows and Linux hand it over that way. */
export function placeInArguments(commandLine: readonly string[]): string | undefined {
  return commandLine.map(placeOfDeepLink).findLast((place) => place !== undefined);
}
