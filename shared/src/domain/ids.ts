import { z } from './zod.ts';

/** Ids travel in URLs, file names and database keys: short, lower-risk characters only. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/;
const id = z.string().regex(idPattern);

export const municipalityId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand<'MunicipalityId'>();
export type MunicipalityId = z.infer<typeof municipalityId>;

export const clerkId = id.brand<'ClerkId'>();
export type ClerkId = z.infer<typeof clerkId>;

export const departmentId = id.brand<'DepartmentId'>();
export type DepartmentId = z.infer<typeof departmentId>;

export const counterId = id.brand<'CounterId'>();
export type CounterId = z.infer<typeof counterId>;

export const serviceId = id.brand<'ServiceId'>();
export type ServiceId = z.infer<typeof serviceId>;

export const formVersionId = id.brand<'FormVersionId'>();
export type FormVersionId = z.infer<typeof formVersionId>;

export const letterId = id.brand<'LetterId'>();
export type LetterId = z.infer<typeof letterId>;

export const templateId = id.brand<'TemplateId'>();
export type TemplateId = z.infer<typeof templateId>;

export const textBlockId = id.brand<'TextBlockId'>();
export type TextBlockId = z.infer<typeof textBlockId>;

export const caseId = id.brand<'CaseId'>();
export type CaseId = z.infer<typeof caseId>;

export const appointmentId = id.brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof appointmentId>;

export const taskId = id.brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;

export const questionId = id.brand<'QuestionId'>();
export type QuestionId = z.infer<typeof questionId>;

export const paymentId = id.brand<'PaymentId'>();
export type PaymentId = z.infer<typeof paymentId>;

export const opId = id.brand<'OpId'>();
export type OpId = z.infer<typeof opId>;

export const leaseId = id.brand<'LeaseId'>();
export type LeaseId = z.infer<typeof leaseId>;

/** Identity of a journal, not of a machine (rule J1). */
export const deviceId = id.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceId>;

/** Identity of an enrolled device: many clerks may work on it, each with a journal of her own. */
export const workstationId = id.brand<'WorkstationId'>();
export type WorkstationId = z.infer<typeof workstationId>;

export const epoch = id.brand<'Epoch'>();
export type Epoch = z.infer<typeof epoch>;

/** What a citizen types to follow an application: three groups of five, without look-alikes (75 bits). */
export const trackingCode = z
  .string()
  .regex(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  .brand<'TrackingCode'>();
export type TrackingCode = z.infer<typeof trackingCode>;
