import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { type Kind, operationKinds, type PayloadOf } from '@amtsstube/shared/operations/registry';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

/** An operation as its author recognises it. */
export interface OperationWords {
  readonly title: string;
  /** The case it is about, where it is about one. */
  readonly caseId: CaseId | undefined;
  /** What the clerk typed, in full. */
  readonly ownText: { readonly label: string; readonly text: string } | undefined;
}

type Readable = { [K in Kind]: { readonly kind: K; readonly payload: PayloadOf<K> } }[Kind];

/** Never fails: what this version can't read (a newer one wrote it) is named by its kind, its text shown as it lies there. */
export function operationWords(
  operation: Pick<DeskOperation, 'kind' | 'payload'>,
  nameOf: NameOf,
): OperationWords {
  const readable = read(operation);
  if (readable === undefined) {
    const text = JSON.stringify(operation.payload, undefined, 2);
    return words(de.operation.unknown(operation.kind), undefined, operation.kind, text);
  }
  switch (readable.kind) {
    case 'addNote':
      return words(
        de.operation.addNote,
        readable.payload.caseId,
        de.operation.texts.note,
        readable.payload.text,
      );
    case 'decideCase': {
      const { caseId, decision } = readable.payload;
      const title = decision.kind === 'approved' ? de.operation.approve : de.operation.reject;
      return words(title, caseId, de.operation.texts.reason, decision.reason);
    }
    case 'assignCase': {
      const { payload } = readable;
      const title =
        payload.action === 'handOver'
          ? de.operation.handOver(nameOf(payload.toId))
          : de.operation[payload.action];
      return words(title, payload.caseId, de.operation.texts.word, payload.word);
    }
    case 'submitApplication':
      return words(de.operation.submitApplication, readable.payload.caseId);
    case 'configureMunicipality':
      return words(de.operation.configureMunicipality, undefined);
    case 'recordRestore':
    case 'eraseCase':
      // the system's own: no desk writes them
      return words(de.operation.unknown(readable.kind), undefined);
    default:
      return assertNever(readable);
  }
}

function read({ kind, payload }: Pick<DeskOperation, 'kind' | 'payload'>): Readable | undefined {
  if (!Object.hasOwn(operationKinds, kind)) return undefined;
  const parsed = operationKinds[kind as Kind].payload.safeParse(payload);
  return parsed.success ? ({ kind, payload: parsed.data } as Readable) : undefined;
}

function words(
  title: string,
  caseId: CaseId | undefined,
  label = '',
  text: string | undefined = '',
): OperationWords {
  return { title, caseId, ownText: text === '' ? undefined : { label, text } };
}
