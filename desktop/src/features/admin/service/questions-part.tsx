import { mostQuestions, type VisitQuestion } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Service } from '@amtsstube/shared/domain/settings';
import { describeVisitQuestion } from '@amtsstube/shared/operations/settings/change-service';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { Part } from '../../../ui/part.tsx';
import { SubmitForm } from '../../../ui/submit-form.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { visuallyHidden } from '../../../ui/visually-hidden.ts';
import { useServices } from '../admin-lists.ts';
import { swapped } from '../form/edit-form.ts';
import { newId } from '../form/new-id.ts';
import { OrderButtons } from './order-buttons.tsx';
import { ItemHead, keyOf, QuestionFields, titleIdOf } from './question-fields.tsx';
import {
  newQuestion,
  type QuestionProblem,
  questionsDraft,
  readQuestions,
  type TypedQuestion,
  typedQuestionsOf,
} from './questions-draft.ts';

/** What is asked before a time of this service is chosen; kept as a draft until it is saved. */
export function QuestionsPart({ service }: { readonly service: Service }) {
  const text = de.visitQuestions;
  const services = useServices();
  const action = useAction();
  const [begun, setBegun] = useFormDraft(`admin/visit-questions/${service.id}`, questionsDraft);
  const [problems, setProblems] = useState<readonly QuestionProblem[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ readonly id: string }>();
  const from = begun?.from ?? service.visitQuestions ?? [];
  const typed: readonly TypedQuestion[] = begun?.typed ?? typedQuestionsOf(from);
  useEffect(() => {
    if (focus) document.getElementById(titleIdOf(focus.id))?.focus();
  }, [focus]);

  function change(changed: readonly TypedQuestion[]): void {
    setIsUnchanged(false);
    setBegun({ from, typed: [...changed] });
  }

  function moved(id: string, name: string, place: number, of: number): void {
    setSaid(text.movedTo(name, place, of));
    setFocus({ id });
  }

  function move(at: number, by: -1 | 1): void {
    const id = typed[at]?.id;
    const others = swapped(typed, (each) => each.id === id, by);
    if (!others || id === undefined) return;
    change(others);
    moved(id, text.question(at + 1), at + by + 1, typed.length);
  }

  function add(): void {
    const added = newQuestion(newId);
    change([...typed, added]);
    setFocus({ id: added.id });
  }

  function remove(at: number): void {
    change(typed.toSpliced(at, 1));
    setFocus({ id: typed[at + 1]?.id ?? typed[at - 1]?.id ?? listId });
  }

  async function save(): Promise<void> {
    const found = readQuestions(typed);
    setProblems(found.ok ? [] : found.problems);
    const [first] = found.ok ? [] : found.problems;
    if (first) setFocus({ id: 'answer' in first ? keyOf(first.question, first.answer) : first.question });
    if (!found.ok) return;
    const to = found.questions;
    const isSame = worded(to) === worded(from);
    setIsUnchanged(isSame);
    const isDone =
      isSame ||
      (await action.perform('changeService', { serviceId: service.id, visitQuestions: { from, to } }));
    if (isDone) setBegun(undefined);
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
      <SubmitForm onSubmit={save} sx={{ display: 'grid', gap: 2, maxWidth: '36rem' }}>
        <Typography id={titleIdOf(listId)} tabIndex={-1} sx={typed.length > 0 ? visuallyHidden : {}}>
          {typed.length > 0 ? text.title : text.none}
        </Typography>
        <Box sx={{ display: 'grid', gap: 3 }}>
          {typed.map((question, index) => {
            const name = text.question(index + 1);
            return (
              <Box
                key={question.id}
                role="group"
                aria-labelledby={titleIdOf(question.id)}
                sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, display: 'grid', gap: 2 }}
              >
                <ItemHead
                  id={question.id}
                  title={name}
                  buttons={
                    <OrderButtons
                      name={name}
                      isFirst={index === 0}
                      isLast={index === typed.length - 1}
                      onMove={(by) => move(index, by)}
                      onRemove={() => remove(index)}
                    />
                  }
                />
                <QuestionFields
                  question={question}
                  name={name}
                  services={services}
                  problems={problems.filter((each) => each.question === question.id)}
                  onChange={(changed) => change(typed.map((each) => (each === question ? changed : each)))}
                  onMoved={moved}
                  onFocus={(id) => setFocus({ id })}
                />
              </Box>
            );
          })}
        </Box>
        {typed.length < mostQuestions ? (
          <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={add}>
            {text.addQuestion}
          </Button>
        ) : (
          <Typography variant="body2">{text.full}</Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
            {text.save}
          </Button>
          {begun && <Button onClick={() => setBegun(undefined)}>{text.discard}</Button>}
        </Box>
        {begun && <Typography color="textSecondary">{text.begun}</Typography>}
        <Box role="status">
          {problems.length > 0 && <Typography color="error">{text.check}</Typography>}
          {isUnchanged && text.unchanged}
        </Box>
        <Box role="status" sx={visuallyHidden}>
          {said}
        </Box>
        <ActionNotice state={action.state} />
      </SubmitForm>
    </Part>
  );
}

/** Takes the focus where nothing is left to take it. */
const listId = '.list';

function worded(questions: readonly VisitQuestion[]): string {
  return questions.map(describeVisitQuestion).join('\n');
}
