import { checkEntry } from '@amtsstube/shared/domain/entered-answers';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { useMemo, useRef, useState } from 'react';
import { addOneFile } from '../../ui/add-one-file.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type ReadEntry, readEntry, withoutEmptyEntries } from '../../ui/entry-fields/read-entry.ts';
import { useNameOf, useSettings } from '../../ui/names.ts';
import { type ActionState, stateAfter } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { goTo } from '../../ui/use-place.ts';
import { useToday } from '../../ui/use-today.ts';
import { type EntryDraft, entryDraft, entryDraftKey, newEntry } from './entry-draft.ts';
import { type ReceivedOn, readReceivedOn } from './received-on.ts';

export interface Entry {
  readonly draft: EntryDraft;
  readonly change: (changed: Partial<EntryDraft>) => void;
  readonly discard: () => void;
  readonly form: FormDefinition | undefined;
  readonly read: ReadEntry | undefined;
  readonly receivedOn: ReceivedOn;
  /** How often saving has failed: until then nothing is found wrong that is still being typed. */
  readonly failures: number;
  readonly state: ActionState;
  readonly files: readonly File[];
  readonly setFiles: (files: readonly File[]) => void;
  /** Sentences about files that could not be added to the case, which is there. */
  readonly failedFiles: readonly string[];
  /** The case they belong to. */
  readonly savedCaseId: CaseId | undefined;
  save(): Promise<void>;
}

/** A case that is being entered: its draft, what the form's rules say to it, and saving it with all that belongs to it. */
export function useEntry(): Entry {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const settings = useSettings();
  const today = useToday();
  const [stored, setStored] = useFormDraft(entryDraftKey, entryDraft);
  const [fresh, setFresh] = useState(newEntry);
  const [state, setState] = useState<ActionState>({ state: 'idle' });
  const [failures, setFailures] = useState(0);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [failedFiles, setFailedFiles] = useState<readonly string[]>([]);
  const [savedCaseId, setSavedCaseId] = useState<CaseId>();
  const running = useRef(false);
  const draft = stored ?? fresh;
  const { service, inputs, confirmed } = draft;
  const version = settings.find((each) => each.kind === 'formVersion' && each.id === service?.formVersionId);
  const form = version?.kind === 'formVersion' ? version.form : undefined;
  const read = useMemo(() => form && readEntry(form, inputs, confirmed), [form, inputs, confirmed]);
  const receivedOn = readReceivedOn(draft.receivedOn ?? today, today);

  /** Anew. */
  function begin() {
    setStored(undefined);
    setFresh(newEntry());
    setFiles([]);
    setFailures(0);
    setState({ state: 'idle' });
  }

  async function save(): Promise<void> {
    if (running.current) return;
    const payload = form && receivedOn.ok ? payloadOf(form, draft, receivedOn.on) : undefined;
    if (payload === undefined) {
      setFailures(failures + 1);
      return;
    }
    running.current = true;
    setState({ state: 'saving' });
    try {
      const saved = await desk.enter(payload);
      // a crash between saving and forgetting the draft: the case is there
      const isThere = saved.result === 'refusedHere' && saved.reason.code === 'alreadyExists';
      if (saved.result !== 'saved' && !isThere) {
        setState(stateAfter(saved, nameOf));
        setFailures(failures + 1);
        return;
      }
      const failed: string[] = [];
      for (const file of files) {
        if (desk.files === undefined) break;
        const added = await addOneFile(desk.files, draft.caseId, file, nameOf);
        if (added.outcome !== 'saved') failed.push(added.sentence);
      }
      if (draft.takesOver)
        await desk.do('assignCase', { action: 'takeOver', caseId: draft.caseId, word: '' });
      begin();
      setFailedFiles(failed);
      setSavedCaseId(draft.caseId);
      if (failed.length === 0) goTo({ screen: 'case', caseId: draft.caseId });
    } finally {
      running.current = false;
    }
  }

  return {
    draft,
    change: (changed) => setStored({ ...draft, ...changed }),
    discard: begin,
    form,
    read,
    receivedOn,
    failures,
    state,
    files,
    setFiles,
    failedFiles,
    savedCaseId,
    save,
  };
}

/** undefined: something is missing that the case can't be without, or wrong and not confirmed. */
function payloadOf(
  form: FormDefinition,
  draft: EntryDraft,
  receivedOn: Extract<ReceivedOn, { ok: true }>['on'],
) {
  const { service, joint, proxy } = draft;
  const { answers, asWritten, errors } = readEntry(
    form,
    withoutEmptyEntries(form, draft.inputs),
    draft.confirmed,
  );
  if (service === undefined || errors.length > 0) return undefined;
  if (!checkEntry(form, answers, asWritten).ok) return undefined;
  if ([...joint, ...(proxy ? [proxy] : [])].some(({ name }) => name.trim() === '')) return undefined;
  return {
    caseId: draft.caseId,
    trackingCode: draft.trackingCode,
    ...service,
    channel: draft.channel,
    receivedOn,
    answers,
    ...(asWritten.length > 0 && { asWritten: [...asWritten] }),
    ...(joint.length > 0 && { jointApplicants: joint }),
    ...(proxy && { representedBy: proxy }),
    note: draft.note.trim(),
  };
}
