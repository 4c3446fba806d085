import type { Service } from '@amtsstube/shared/domain/settings';
import { testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { changeService } from '@amtsstube/shared/operations/settings/change-service';
import { describe, expect, it } from 'vitest';
import { type ServiceField, serviceChangesOf, serviceTextOf, type TypedService } from './service-fields.ts';

const service = testTownSettings.find(
  (each): each is Service => each.kind === 'service' && each.description !== undefined,
)!;
const typed = (changes: Partial<Record<ServiceField, string>>): TypedService =>
  Object.fromEntries(
    Object.entries(changes).map(([field, to]) => [
      field,
      { from: serviceTextOf(service, field as ServiceField), to },
    ]),
  );

describe('what is typed about a service', () => {
  it('goes to the server as changes of what was seen; what differs by nothing doesn’t', () => {
    const found = serviceChangesOf(
      service,
      typed({
        decisionWithinDays: '',
        needs: 'Ausweis\n\n Nachweis ',
        feeTo: '12,50',
        name: ` ${service.name} `,
      }),
    );
    expect(found).toEqual({
      ok: true,
      changes: {
        serviceId: service.id,
        decisionWithinDays: { from: service.decisionWithinDays, to: null },
        needs: { from: service.description?.needs, to: ['Ausweis', 'Nachweis'] },
        fee: { from: service.description?.fee, to: { ...service.description?.fee, toCents: 1250 } },
      },
    });
    expect(found.ok && changeService.payload.safeParse(found.changes).success).toBe(true);
    expect(serviceChangesOf(service, typed({ summary: service.summary }))).toEqual({
      ok: true,
      changes: undefined,
    });
  });

  it('a deadline in months takes the place of one in days', () => {
    expect(serviceChangesOf(service, typed({ decisionWithinDays: '', decisionWithinMonths: '3' }))).toEqual({
      ok: true,
      changes: {
        serviceId: service.id,
        decisionWithinDays: { from: service.decisionWithinDays, to: null },
        decisionWithinMonths: { from: null, to: 3 },
      },
    });
  });

  it.each<[string, Partial<Record<ServiceField, string>>, ServiceField]>([
    ['no name', { name: ' ' }, 'name'],
    ['a deadline in words', { decisionWithinDays: 'bald' }, 'decisionWithinDays'],
    ['no day at all', { decisionWithinDays: '0' }, 'decisionWithinDays'],
    ['a deadline in days and in months', { decisionWithinMonths: '3' }, 'decisionWithinMonths'],
    ['half a month', { decisionWithinDays: '', decisionWithinMonths: '0,5' }, 'decisionWithinMonths'],
    ['nothing that is needed', { needs: '' }, 'needs'],
    ['an amount that is none', { feeFrom: 'wenig' }, 'feeFrom'],
    ['less than the least', { feeFrom: '30', feeTo: '20' }, 'feeTo'],
    ['a fee without words', { feeSays: '' }, 'feeSays'],
  ])('%s: said at its field', (_, changes, field) => {
    expect(serviceChangesOf(service, typed(changes))).toEqual({ ok: false, wrong: [field] });
  });
});
