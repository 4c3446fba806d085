import type { VisitQuestion } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Service } from '@amtsstube/shared/domain/settings';
import { describeVisitQuestion } from '@amtsstube/shared/operations/settings/change-service';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useAction } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { swapped } from '../form/edit-form.ts';
import { newId } from '../form/new-id.ts';
import { keyOf } from './item-head.tsx';
import {
  newQuestion,
  problemsIn,
  type QuestionProblem,
  questionsDraft,
  readQuestions,
  stillWrong,
  type TypedQuestion,
  typedQuestionsOf,
} from './questions-draft.ts';

export type Questions = ReturnType<typeof useQuestions>;

/** Takes the focus where nothing is left to take it. */
export const listKey = '.list';

/** The questions of a service while they are edited: kept as a draft until they are saved. */
export function useQuestions(service: Service) {
  const text = de.visitQuestions;
  const action = useAction();
  const [begun, setBegun] = useFormDraft(`admin/visit-questions/${service.id}`, questionsDraft);
  const [found, setFound] = useState<readonly QuestionProblem[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const [movedTo, setMovedTo] = useState('');
  /** An object of its own each time: the same place can be gone to twice. */
  const [focus, setFocus] = useState<{ readonly key: string }>();
  const from = begun?.from ?? service.visitQuestions ?? [];
  const typed: readonly TypedQuestion[] = begun?.typed ?? typedQuestionsOf(from);

  function change(changed: readonly TypedQuestion[]): void {
    setIsUnchanged(false);
    setBegun({ from, typed: [...changed] });
  }

  /** Says where something is now, and goes along with it. */
  function follow(key: string, name: string, place: number, of: number): void {
    setMovedTo(text.movedTo(name, place, of));
    setFocus({ key });
  }

  function move(at: number, by: -1 | 1): void {
    const key = typed[at]?.id;
    const others = swapped(typed, (each) => each.id === key, by);
    if (!others || key === undefined) return;
    change(others);
    follow(key, text.question(at + 1), at + by + 1, typed.length);
  }

  function add(): void {
    const added = newQuestion(newId);
    change([...typed, added]);
    setFocus({ key: added.id });
  }

  function remove(at: number): void {
    change(typed.toSpliced(at, 1));
    setFocus({ key: typed[at + 1]?.id ?? typed[at - 1]?.id ?? listKey });
  }

  async function save(): Promise<void> {
    const wrong = problemsIn(typed);
    setFound(wrong);
    const [first] = wrong;
    if (first) setFocus({ key: 'answer' in first ? keyOf(first.question, first.answer) : first.question });
    const read = readQuestions(typed);
    if (!read.ok) return;
    const to = read.questions;
    const isSame = worded(to) === worded(from);
    setIsUnchanged(isSame);
    const isDone =
      isSame ||
      (await action.perform('changeService', { serviceId: service.id, visitQuestions: { from, to } }));
    if (isDone) setBegun(undefined);
  }

  return {
    typed,
    problems: stillWrong(found, typed),
    isBegun: begun !== undefined,
    isUnchanged,
    movedTo,
    focus,
    state: action.state,
    change: (changed: TypedQuestion) =>
      change(typed.map((each) => (each.id === changed.id ? changed : each))),
    follow,
    focusOn: (key: string) => setFocus({ key }),
    move,
    add,
    remove,
    save,
    discard: () => setBegun(undefined),
  };
}

function worded(questions: readonly VisitQuestion[]): string {
  return questions.map(describeVisitQuestion).join('\n');
}
