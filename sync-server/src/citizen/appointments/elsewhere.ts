import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { localDateOf } from '@amtsstube/shared/domain/time';
import type { CitizenContext } from '../citizen-context.ts';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { allMunicipalities } from '../municipality-reader.ts';
import { linkList } from '../page.ts';
import { type AskedVisit, askedVisit } from './asked-visit.ts';
import { startPath } from './booking-paths.ts';
import { nextFreeDay } from './free-times.ts';
import { longDate } from './when.ts';

/**
 * Other municipalities of this server that have the same services, by their key, on the web and something free: what
 * anybody sees on their own pages, and no more.
 */
export async function elsewherePart(
  { core, times }: CitizenContext,
  here: MunicipalityId,
  { services }: AskedVisit,
): Promise<Html | false> {
  const keys = services.map(({ serviceKey }) => serviceKey);
  if (keys.includes(null)) return false;
  const links: { href: string; text: string }[] = [];
  for (const { id, settings } of await allMunicipalities(core.store)) {
    if (id === here) continue;
    const theirs = await times.at(id);
    const ids = keys.flatMap(
      (key) => theirs.rules.services.find((each) => each.serviceKey === key)?.id ?? [],
    );
    const asked = ids.length === keys.length ? askedVisit(theirs.rules, ids) : undefined;
    const free = asked?.ok ? nextFreeDay(theirs, asked.visit, localDateOf(theirs.now)) : undefined;
    if (asked?.ok && free)
      links.push({
        href: startPath({ id }, asked.services),
        text: texts().booking.elsewhereAt(settings.name, longDate(free.on)),
      });
  }
  return (
    links.length > 0 &&
    html`<section aria-labelledby="elsewhere"><h2 class="kern-heading-medium" id="elsewhere">${texts().booking.elsewhere}</h2>${linkList(links)}</section>`
  );
}
