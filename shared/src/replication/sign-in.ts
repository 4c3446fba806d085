import { clerk } from '../domain/clerk.ts';
import { deviceId, municipalityId, workstationId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';

/** 32 random bytes as base64url, without padding. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a person types: five and five characters without look-alikes; spaces, dashes and case don't matter. */
export const enrolmentCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/));

/** `POST /api/enrol`: a device is let in once, by a code an administrator gives out. 403 `wrongCode`: used, old, none. */
export const enrolRequest = z.strictObject({
  code: enrolmentCode,
  /** As the administrator finds it in the list of devices, "Bürgerbüro links". */
  name: z.string().trim().min(1).max(80),
});
export const enrolAnswer = z.strictObject({
  workstationId,
  secret,
  municipalityId,
  municipalityName: z.string(),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** How an enrolled device shows itself. Not a person's right: it opens nothing but the way to sign in. */
const workstationCredential = z.strictObject({ workstationId, secret });
export type WorkstationCredential = z.infer<typeof workstationCredential>;

/**
 * `POST /api/sign-in`. 401 `notSignedIn`: wrong e-mail or password; 403 `workstationRevoked`: the device was put out;
 * 403 `workstationUnknown`: the server has no such device (any more), and it must be let in anew.
 */
export const signInRequest = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(200),
  workstation: workstationCredential,
});
export const signInAnswer = z.strictObject({
  token: z.string().min(1).max(4096),
  municipalityId,
  clerk: clerk.pick({ id: true, name: true, role: true, departmentIds: true, deputyFor: true }),
  /**
   * Of this clerk on this workstation, the same at each sign-in, kept by the server: opens her vault when the password
   * was changed elsewhere. Alone, without the device, it opens nothing.
   */
  recoveryKey: secret,
  /** Of this workstation, the same for each clerk: hands over a colleague's waiting journal (J7). */
  colleagueKey: secret,
});
export type SignInAnswer = z.infer<typeof signInAnswer>;

/** `POST /api/password`, with a session; ends the clerk's other sessions. 403 `wrongPassword`. */
export const passwordRequest = z.strictObject({
  current: z.string().max(200),
  next: z.string().min(12).max(200),
});

/** `POST /api/m/:municipality/hand-over-credential`, with a session: a right to hand over this one journal (J7). */
export const handOverCredentialRequest = z.strictObject({ deviceId });
export const handOverCredentialAnswer = z.strictObject({ token: secret });

/** `GET /api/m/:municipality/admin/workstations`, as an admin. */
export const workstationList = z.strictObject({
  workstations: z.array(
    z.strictObject({
      workstationId,
      name: z.string(),
      enrolledAt: instant,
      lastSeenAt: instant.nullable(),
      revokedAt: instant.nullable(),
    }),
  ),
});
export type WorkstationList = z.infer<typeof workstationList>;

/** `POST /api/m/:municipality/admin/enrolment-codes`, as an admin: good for one device and one day. */
export const enrolmentCodeAnswer = z.strictObject({ code: z.string(), expiresAt: instant });
export type EnrolmentCodeAnswer = z.infer<typeof enrolmentCodeAnswer>;

/** `POST /api/m/:municipality/admin/invitations`, as an admin: a mail with a link by which the clerk sets a password. 409 `addressTaken`. */
export const invitationRequest = z.strictObject({ clerkId: clerk.shape.id, email: z.email().max(254) });
export const invitationAnswer = z.strictObject({
  /** For the administrator to hand over where no mail went out. */
  link: z.string(),
  mailed: z.boolean(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
