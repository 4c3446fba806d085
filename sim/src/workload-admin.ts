import { type Clerk, standIn } from '@amtsstube/shared/domain/clerk';
import { counterId, departmentId, formVersionId } from '@amtsstube/shared/domain/ids';
import type { Service, Settings } from '@amtsstube/shared/domain/settings';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { takenOver } from '@amtsstube/shared/services/service-template';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';
import { actOnAppointments } from './workload-appointments.ts';
import { administerTexts } from './workload-letters.ts';
import { emilFuchs, otherDepartmentId } from './world.ts';

type Workplace = Pick<SimDesk, 'shown' | 'do' | 'now'>;
type Municipality = Extract<Settings, { kind: 'municipality' }>;

const counter = counterId.parse('schalter-1');
const newDepartment = departmentId.parse('kasse');
/** Around the time in which seeds run. */
const { from, until } = standIn.parse({ clerkId: annaBerger.id, from: '2026-11-02', until: '2026-11-08' });

/** An administrator changes this and that, as she sees it at this moment; half of it is undone by what follows. */
export async function administer(random: Random, desk: Workplace): Promise<void> {
  const roll = random.next();
  if (random.chance(0.1)) await actOnAppointments(random, desk, desk.now());
  else if (roll < 0.3)
    await moveClerk(random.chance(0.5) ? berndKrueger.id : annaBerger.id, random.chance(0.5), desk);
  else if (roll < 0.45)
    await desk.do('deactivateClerk', { clerkId: emilFuchs.id, casesToId: berndKrueger.id });
  else if (roll < 0.52) await setAbsence(random, desk);
  else if (roll < 0.6) await desk.do('putClerk', { action: 'reactivate', clerkId: emilFuchs.id });
  else if (roll < 0.7) await changePhone(random.id(), desk);
  else if (roll < 0.8) await putCounter(random.id(), desk);
  else if (roll < 0.85) await administerTexts(random, desk);
  else if (roll < 0.9) await putDepartment(random.chance(0.5) ? newDepartment : otherDepartmentId, desk);
  else if (roll < 0.92) await addService(random, desk);
  else if (roll < 0.945) await changeService(random, desk);
  else if (roll < 0.985) await putForm(random, desk);
  else await desk.do('switchService', { serviceId: testTown.serviceId, isOffered: random.chance(0.8) });
}

/** Whose desk runs meanwhile: what she sees becomes more or less. */
async function moveClerk(clerkId: typeof berndKrueger.id, joins: boolean, desk: Workplace): Promise<void> {
  const change = { action: 'change', clerkId } as const;
  const join = joins ? [otherDepartmentId] : [];
  await desk.do('putClerk', { ...change, join, leave: joins ? [] : [otherDepartmentId] });
}

async function changePhone(to: string, desk: Workplace): Promise<void> {
  const municipality = desk.shown('settings', 'municipality') as Municipality | null | undefined;
  if (municipality) await desk.do('changeMunicipality', { phone: { from: municipality.phone, to } });
}

async function putCounter(name: string, desk: Workplace): Promise<void> {
  const shown = desk.shown('counters', counter);
  const place = { counterId: counter, departmentId: testTown.departmentId };
  if (!shown) await desk.do('putCounter', { action: 'add', name, ...place });
  else if ('deactivatedAt' in shown) await desk.do('putCounter', { action: 'reopen', counterId: counter });
  else await desk.do('putCounter', { action: 'close', counterId: counter });
}

/** Of a few colleagues, each for the others: who names whom first, and whether both are away, is left to chance. */
async function setAbsence(random: Random, desk: Workplace): Promise<void> {
  const clerkId = random.chance(0.5) ? berndKrueger.id : annaBerger.id;
  const shown = desk.shown('clerks', clerkId) as Clerk | null | undefined;
  if (!shown) return;
  const deputyId = random.pick([annaBerger.id, berndKrueger.id, emilFuchs.id, null]) ?? null;
  const to = random.chance(0.7) && deputyId !== clerkId ? { from, until, deputyId } : null;
  await desk.do('setAbsence', { clerkId, absence: { from: shown.absence ?? null, to } });
}

/** Two administrators may take over the same one; in the department that is closed now and then it may be refused. */
async function addService(random: Random, desk: Workplace): Promise<void> {
  const id = `dienst-${random.between(1, 9)}`;
  const department = random.chance(0.5) ? newDepartment : testTown.departmentId;
  await desk.do('addService', takenOver({ ...dogTax, id, name: `Dienst ${id}` }, department));
}

async function changeService(random: Random, desk: Workplace): Promise<void> {
  const shown = desk.shown('settings', testTown.serviceId) as Service | null | undefined;
  if (!shown) return;
  const name = { from: shown.name, to: `Hund anmelden ${random.between(1, 3)}` };
  await desk.do('changeService', { serviceId: shown.id, name });
}

/** Based on the version she sees: where another administrator was first, it is refused. Applications go on being sent. */
async function putForm(random: Random, desk: Workplace): Promise<void> {
  const shown = desk.shown('settings', testTown.serviceId) as Service | null | undefined;
  const version = shown?.formVersionId && desk.shown('settings', shown.formVersionId);
  if (!shown || !version || !('form' in version)) return;
  await desk.do('putForm', {
    action: 'publish',
    serviceId: shown.id,
    formVersionId: formVersionId.parse(`${shown.id}.${random.id()}`),
    basedOn: version.id,
    form: version.form,
    formerMayFinish: true,
  });
}

/** The one in use can't be closed while anybody works in it; the new one can. */
async function putDepartment(id: typeof newDepartment, desk: Workplace): Promise<void> {
  const shown = desk.shown('settings', id);
  if (!shown) await desk.do('putDepartment', { action: 'add', departmentId: id, name: 'Kasse' });
  else if ('deactivatedAt' in shown) await desk.do('putDepartment', { action: 'reopen', departmentId: id });
  else await desk.do('putDepartment', { action: 'close', departmentId: id });
}
