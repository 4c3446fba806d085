import {
  type DepartmentId,
  departmentId,
  type MunicipalityId,
  municipalityId,
} from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { TicketSeal } from '../citizen/ticket-seal.ts';

/** Of the screen in a hall, or of the kiosk there: each opens one page only. */
const hallLink = z.strictObject({
  for: z.enum(['display', 'kiosk']),
  municipality: municipalityId,
  departmentId,
});
export type HallPage = z.infer<typeof hallLink>['for'];

/** Nobody guesses it, and it is good as long as the server keeps its key. */
export function hallPath(
  seal: TicketSeal,
  page: HallPage,
  municipality: MunicipalityId,
  department: DepartmentId,
): string {
  const link = seal.seal({ for: page, municipality, departmentId: department });
  return `/m/${municipality}/${page}/${link}`;
}

/** undefined: not made by this server, for another page, or for another municipality than the address names. */
export function openHallLink(
  seal: TicketSeal,
  page: HallPage,
  { municipality, link }: { readonly municipality?: unknown; readonly link?: unknown },
): { readonly municipality: MunicipalityId; readonly department: DepartmentId } | undefined {
  const opened = hallLink.safeParse(seal.open(String(link))).data;
  if (opened?.for !== page || opened.municipality !== municipality) return undefined;
  return { municipality: opened.municipality, department: opened.departmentId };
}
