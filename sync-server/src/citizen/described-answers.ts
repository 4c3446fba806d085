import type { Answers, FormDefinition } from '@amtsstube/shared/domain/form';
import { type DescribedRow, describeAnswers } from '@amtsstube/shared/domain/forms/describe-answers';
import type { AnswerWords } from '@amtsstube/shared/domain/forms/kinds/kind';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, texts } from './language.ts';
import { descriptionList } from './page.ts';

export function answerWords(): AnswerWords {
  const { yes, no, parts } = texts();
  return { yes, no, parts };
}

/** What was sent, as the person can read it again. */
export function describedAnswers(form: FormDefinition, answers: Answers): readonly Html[] {
  return describeAnswers(form, answers, answerWords()).map(
    ({ section, rows }) => html`<h3 class="kern-heading-small">${german(section)}</h3>
${describedRows(rows)}`,
  );
}

/** Rows in their order; the entries of a group interrupt the list they stand in. */
export function describedRows(rows: readonly DescribedRow[]): readonly Html[] {
  const parts: Html[] = [];
  let list: (readonly [HtmlPart, Html])[] = [];
  const finish = () => {
    if (list.length > 0) parts.push(descriptionList(list));
    list = [];
  };
  for (const row of rows) {
    if (row.kind === 'answer')
      list.push([german(row.label), html`<span class="typed-text">${row.text}</span>`]);
    else {
      finish();
      for (const { title, rows: inner } of row.entries)
        parts.push(html`<h4 class="kern-title">${german(title)}</h4>${describedRows(inner)}`);
    }
  }
  finish();
  return parts;
}
