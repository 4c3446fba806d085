import { randomBytes } from 'node:crypto';
import { appointmentId, municipalityId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { createTicketSeal } from '../citizen/ticket-seal.ts';
import { confirmPath, managePath, openConfirmLink, openManageLink } from './appointment-links.ts';

const seal = createTicketSeal(randomBytes(32));
const town = municipalityId.parse('musterstadt');
const id = appointmentId.parse('t-1');
const linkIn = (path: string) => path.split('/').at(-1) ?? '';

describe('links of an appointment', () => {
  it('open for whoever has them, and say nothing', () => {
    const manage = managePath(seal, town, id);
    expect(manage).toMatch(/^\/m\/musterstadt\/appointments\/manage\/[\w-]{40,}$/);
    expect(manage).not.toContain(id);
    expect(openManageLink(seal, town, linkIn(manage))).toBe(id);
    const confirm = confirmPath(seal, town, { id, fence: 3 });
    expect(confirm).toMatch(/^\/m\/musterstadt\/appointments\/confirm\/[\w-]{40,}$/);
    expect(openConfirmLink(seal, town, linkIn(confirm))).toMatchObject({ appointmentId: id, fence: 3 });
  });

  it('are good for nothing else, in no other municipality, and not where one character is another', () => {
    const manage = linkIn(managePath(seal, town, id));
    const confirm = linkIn(confirmPath(seal, town, { id, fence: 3 }));
    const elsewhere = municipalityId.parse('nachbarstadt');
    const changed = `${manage.slice(0, 30)}${manage[30] === 'A' ? 'B' : 'A'}${manage.slice(31)}`;
    expect([
      openConfirmLink(seal, town, manage),
      openManageLink(seal, town, confirm),
      openManageLink(seal, elsewhere, manage),
      openConfirmLink(seal, elsewhere, confirm),
      openManageLink(seal, town, changed),
      openManageLink(createTicketSeal(randomBytes(32)), town, manage),
    ]).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});
