import { type CaseId, caseId, formVersionId, serviceId, trackingCode } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { enteredChannel } from '@amtsstube/shared/operations/case/enter-case';

/** What is typed of a case. Its ids are made with it: saved twice it is one case. */
export const entryDraft = z.object({
  caseId,
  trackingCode,
  service: z.object({ serviceId, formVersionId }).optional(),
  channel: enteredChannel,
  /** As typed; undefined: today, whenever that is. */
  receivedOn: z.string().optional(),
  inputs: z.record(z.string(), z.string()),
  /** Fields of which the clerk says that the paper has it so. */
  confirmed: z.array(z.string()),
  joint: z.array(z.object({ name: z.string(), address: z.string() })),
  proxy: z.object({ name: z.string(), address: z.string(), hasPowerOfAttorney: z.boolean() }).optional(),
  note: z.string(),
  takesOver: z.boolean(),
});
export type EntryDraft = z.infer<typeof entryDraft>;

export const entryDraftKey = 'entry';

export function newEntry(): EntryDraft {
  return {
    caseId: newCaseId(),
    trackingCode: newTrackingCode(),
    channel: 'paper',
    inputs: {},
    confirmed: [],
    joint: [],
    note: '',
    takesOver: false,
  };
}

/** Whether anything would be lost with it. */
export function isBegun({ inputs, joint, proxy, note }: EntryDraft): boolean {
  return (
    Object.values(inputs).some((text) => text.trim() !== '') ||
    joint.length > 0 ||
    proxy !== undefined ||
    note.trim() !== ''
  );
}

function newCaseId(): CaseId {
  return caseId.parse(crypto.randomUUID());
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 32 letters and digits without look-alikes: of each random byte five bits count. */
function newTrackingCode() {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
  return trackingCode.parse(letters.replace(/(.{5})(.{5})(.{5})/, '$1-$2-$3'));
}
