import { aCounter, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { type KeptPlan, openDayPlans } from './day-plans.ts';

const { id: counterId, name: counter } = aCounter('1');
const plan: KeptPlan = {
  counterId,
  counter,
  at: moment('2026-11-30T06:00'),
  pdf: new Uint8Array([0, 37, 80, 68, 70, 255]),
};

describe('[K14] the day plans on a PC', () => {
  it('are there after a restart, byte for byte', async () => {
    const { files } = createMemoryHost(new MemoryDisk());
    const plans = openDayPlans(files);
    expect(await firstValueFrom(plans.kept$)).toEqual([]);
    await plans.keep([plan]);
    expect(await firstValueFrom(plans.kept$)).toEqual([plan]);
    expect(await firstValueFrom(openDayPlans(files).kept$)).toEqual([plan]);
  });

  it('that are damaged are none, and are made anew', async () => {
    const { files } = createMemoryHost(new MemoryDisk());
    await files.write('day-plans', new TextEncoder().encode('{"plans":[{"counterId":"1"}]}'));
    const plans = openDayPlans(files);
    expect(await firstValueFrom(plans.kept$)).toEqual([]);
    await plans.keep([plan]);
    expect(await firstValueFrom(openDayPlans(files).kept$)).toEqual([plan]);
  });

  it('are wanted also by who asked before anybody listened', async () => {
    const plans = openDayPlans(createMemoryHost(new MemoryDisk()).files);
    plans.want();
    await expect(firstValueFrom(plans.wanted$)).resolves.toBeUndefined();
  });
});
