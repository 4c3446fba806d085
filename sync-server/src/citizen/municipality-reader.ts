import { ref } from '@amtsstube/shared/domain/documents';
import {
  type FormVersionId,
  type MunicipalityId,
  municipalityId,
  type ServiceId,
} from '@amtsstube/shared/domain/ids';
import {
  type FormVersion,
  isOfferedOnline,
  type Service,
  type Settings,
} from '@amtsstube/shared/domain/settings';
import type { Request } from 'express';
import type { CoreContext } from '../core-context.ts';
import { HttpProblem } from '../http-errors.ts';
import type { Read, Store } from '../store/store.ts';

type Of<K extends Settings['kind']> = Extract<Settings, { kind: K }>;

/** What every page of a municipality shows around its content. */
export interface MunicipalityFrame {
  readonly id: MunicipalityId;
  readonly settings: Of<'municipality'>;
}

export interface OfferedService {
  readonly service: Service;
  readonly departmentName: string;
}

/** @throws HttpProblem notFound where there is no such municipality, or none that is set up */
export async function municipalityOf({ store }: CoreContext, request: Request): Promise<MunicipalityFrame> {
  const id = municipalityId.safeParse(request.params['municipality']).data;
  const frame = id && (await frameOf(store, id));
  if (!frame) throw new HttpProblem('notFound');
  return frame;
}

/** undefined: no such municipality, or none that is set up. */
export function municipalityById(
  { store }: CoreContext,
  id: MunicipalityId,
): Promise<MunicipalityFrame | undefined> {
  return frameOf(store, id);
}

/** All municipalities that are set up, by name. */
export async function allMunicipalities(store: Store): Promise<readonly MunicipalityFrame[]> {
  const frames = await Promise.all((await store.municipalities()).map((id) => frameOf(store, id)));
  return frames
    .filter((frame) => frame !== undefined)
    .toSorted((a, b) => a.settings.name.localeCompare(b.settings.name, 'de'));
}

async function frameOf(store: Store, id: MunicipalityId): Promise<MunicipalityFrame | undefined> {
  if (!(await store.has(id))) return undefined;
  const found = await store.snapshot(id, (read) => settingOf(read, 'municipality', 'municipality'));
  return found && { id, settings: found };
}

/** The services a citizen can apply for here, by name; those of the district are among them. */
export async function offeredServices(
  store: Store,
  municipality: MunicipalityId,
): Promise<readonly OfferedService[]> {
  const all = await store.snapshot(municipality, allSettings);
  return all
    .filter((each) => each.kind === 'service')
    .filter(isOfferedOnline)
    .map((service) => ({ service, departmentName: departmentNameOf(all, service) }))
    .toSorted((a, b) => a.service.name.localeCompare(b.service.name, 'de'));
}

/** @throws HttpProblem notFound */
export async function serviceOf(
  store: Store,
  municipality: MunicipalityId,
  request: Request,
): Promise<OfferedService> {
  const id = String(request.params['serviceId']);
  return store.snapshot(municipality, async (read) => {
    const service = await settingOf(read, 'service', id);
    if (!service) throw new HttpProblem('notFound');
    const department = await settingOf(read, 'department', service.departmentId);
    return { service, departmentName: department?.name ?? '' };
  });
}

/** A service and the versions of its form, for whoever comes by another way than its address; undefined: gone. */
export async function serviceById(store: Store, municipality: MunicipalityId, id: ServiceId) {
  const service = await store.snapshot(municipality, (read) => settingOf(read, 'service', id));
  if (!service) return undefined;
  const versionOf = (version: FormVersionId) => publishedVersion(store, municipality, service, version);
  const current = service.formVersionId === null ? undefined : await versionOf(service.formVersionId);
  return { service, current, versionOf };
}

/** The version if an application may be made with it; undefined once it is withdrawn or gone. */
export async function publishedVersion(
  store: Store,
  municipality: MunicipalityId,
  service: Service,
  id: FormVersionId,
): Promise<FormVersion | undefined> {
  const version = await store.snapshot(municipality, (read) => settingOf(read, 'formVersion', id));
  return version?.state === 'published' && version.serviceId === service.id ? version : undefined;
}

/** The version an application was made with, whatever became of it since. */
export function formVersionById(
  store: Store,
  municipality: MunicipalityId,
  id: FormVersionId,
): Promise<FormVersion | undefined> {
  return store.snapshot(municipality, (read) => settingOf(read, 'formVersion', id));
}

async function settingOf<K extends Settings['kind']>(
  read: Read,
  kind: K,
  id: string,
): Promise<Of<K> | undefined> {
  const found = (await read.document(ref('settings', id)))?.document as Settings | null | undefined;
  return found?.kind === kind ? (found as Of<K>) : undefined;
}

async function allSettings(read: Read): Promise<readonly Settings[]> {
  const found: Settings[] = [];
  const pageSize = 500;
  for (let after = ''; ; ) {
    const page = await read.allDocuments('settings', after, pageSize);
    for (const { document } of page) if (document !== null) found.push(document as Settings);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    after = last.id;
  }
}

function departmentNameOf(all: readonly Settings[], service: Service): string {
  const department = all.find((each) => each.kind === 'department' && each.id === service.departmentId);
  return department?.kind === 'department' ? department.name : '';
}
