import type { Answers, FormDefinition } from '@amtsstube/shared/domain/form';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import type { Page } from 'playwright-core';

/** Every answer of this form but its files, as a person could give them. */
export function answersWithoutFiles(form: FormDefinition): Answers {
  const uploads = form.sections.flatMap(({ fields }) => fields).filter(({ type }) => type === 'upload');
  const answers = { ...completeAnswers(form, 7) };
  for (const { id } of uploads) delete answers[id];
  return answers;
}

/** Fills in the form on the page, all at once: types, ticks and chooses. */
export async function fillIn(page: Page, form: FormDefinition, answers: Answers): Promise<void> {
  for (const [name, text] of encodePage(form, answers)) {
    const input = page.locator(`form.application-form [name="${name}"]`).first();
    const kind = await input.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.localName,
    );
    if (kind === 'hidden') continue;
    if (kind === 'radio' || kind === 'checkbox')
      await page.locator(`[name="${name}"][value="${text}"]`).check();
    else if (kind === 'select') await input.selectOption(text);
    else await input.fill(text);
  }
}
