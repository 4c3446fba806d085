import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { CaseEvent, Dossier } from '@amtsstube/shared/domain/case';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

type OfQuestion = Extract<CaseEvent, { questionId: string }>;

/** What happened to a question, with what was written: that stands with the question itself. */
export function questionLine(
  event: OfQuestion,
  nameOf: NameOf,
  { questions = [] }: Pick<Dossier, 'questions'>,
): { readonly line: string; readonly text: string } {
  const text = de.cases.history;
  const asked = questions.find(({ id }) => id === event.questionId);
  switch (event.kind) {
    case 'questionAsked': {
      const documents = asked?.documents ?? [];
      const wanted = documents.length === 0 ? '' : text.documents(documents);
      return { line: text.asked(nameOf(event.byId)), text: joined(asked?.text ?? '', wanted) };
    }
    case 'questionAnswered': {
      const answer = asked?.answers.find(({ opId }) => opId === event.opId);
      const line = event.isLate ? text.answeredLate(event.files) : text.answered(event.files);
      return { line, text: answer?.text ?? '' };
    }
    case 'questionClosed': {
      const said = asked?.end && 'text' in asked.end ? asked.end.text : '';
      return { line: text[event.as](nameOf(event.byId)), text: said };
    }
    case 'answerRead':
      return { line: text.read(nameOf(event.byId)), text: '' };
    default:
      return assertNever(event);
  }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
