import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { Condition } from '@amtsstube/shared/domain/forms/condition';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import { decodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { readFields } from '@amtsstube/shared/domain/forms/read-form';
import { conditionText, type FindField, finderIn, onlyAnswer, pageCondition } from './field-conditions.ts';
import { type Drawing, fieldId, mostRadios, type Placed } from './field-frame.ts';
import { renderBoxes, renderChoice, renderLongText, renderTextLike, renderYesNo } from './field-inputs.ts';
import { renderGroup, renderInformation, renderParts } from './field-sets.ts';
import { sectionOf } from './form-sections.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import { renderUpload } from './uploads/render-upload.ts';

/** All sections, or one of them; the others' answers then go with it as hidden inputs. */
export function renderSections(drawing: Drawing, only: number | undefined): readonly Html[] {
  return drawing.form.sections.map((section, index) =>
    only === undefined || only === index
      ? html`<section class="form-section" aria-labelledby="section-${index}">
<h2 class="kern-heading-medium" id="section-${index}">${drawing.isAnswer ? section.title : german(section.title)}</h2>
${section.fields.map((field) => renderField({ ...drawing, field, path: field.id }, [], ''))}
</section>`
      : hiddenAnswers(drawing, index),
  );
}

/** What was typed on another way through the form goes along too, and is marked: for the script it is no answer. */
function hiddenAnswers({ form, typed }: Drawing, section: number): Html {
  const own = [...typed].filter(([name]) => sectionOf(form, name) === section);
  const { visible } = readFields(fieldsOf(form), decodePage(form, typed).given);
  const isAsked = (name: string) => visible.has(locateField(form, name)?.fieldPath ?? name);
  return html`${own.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}"${!isAsked(name) && html` data-not-asked`}>`)}`;
}

/** The element a link in the error list leads to: the input, the first radio button or box, the group. */
export function targetOf(form: FormDefinition, path: string): string | undefined {
  const located = locateField(form, path);
  if (!located) return undefined;
  const { field, fieldPath, part } = located;
  if (part !== undefined) return fieldId(`${fieldPath}.${part}`);
  if (field.type === 'yesNo') return `${fieldId(fieldPath)}-yes`;
  if (field.type === 'multipleChoice') return `${fieldId(fieldPath)}-0`;
  if (field.type === 'choice' && field.options.length <= mostRadios) return `${fieldId(fieldPath)}-0`;
  return fieldId(fieldPath);
}

/**
 * A field whose condition hangs on other answers is always drawn, with a hint when to fill it in: that works
 * without a script. The script hides it (and the hint) while the condition isn't met; what is typed into a
 * field that isn't asked for is dropped by the interpreter.
 */
function renderField(placed: Placed, members: readonly FormField[], prefix: string): Html {
  const { field, form } = placed;
  const control = renderControl(placed);
  if (!field.showWhen) return control;
  const find = finderIn(form, members, prefix);
  const followed = pageCondition(field.showWhen, find);
  const hint = conditionHint(field.showWhen, find);
  return html`<div class="form-conditional"${followed && html` data-show-when="${JSON.stringify(followed)}"`}>
<p class="kern-body kern-body--muted form-conditional__hint">${hint}</p>
${control}
</div>`;
}

function conditionHint(condition: Condition, find: FindField): string {
  const answer = onlyAnswer(condition, find);
  if (answer) return texts().form.onlyWhen(...answer);
  const otherAnswer = 'not' in condition ? onlyAnswer(condition.not, find) : undefined;
  return otherAnswer
    ? texts().form.onlyUnless(...otherAnswer)
    : texts().form.onlyIf(conditionText(condition, find));
}

function renderControl(placed: Placed): Html {
  const { field } = placed;
  switch (field.type) {
    case 'text':
    case 'pattern':
    case 'date':
    case 'email':
    case 'phone':
    case 'iban':
    case 'number':
    case 'money':
      return renderTextLike(placed);
    case 'longText':
      return renderLongText(placed);
    case 'yesNo':
      return renderYesNo(placed);
    case 'choice':
      return renderChoice(placed, field.options);
    case 'multipleChoice':
      return renderBoxes(placed, field.options);
    case 'address':
    case 'person':
      return renderParts({ ...placed, field });
    case 'upload':
      return renderUpload({ ...placed, field });
    case 'information':
      return renderInformation({ ...placed, field });
    case 'group':
      return renderGroup({ ...placed, field }, (group, prefix) =>
        group.field.fields.map((member) =>
          renderField({ ...group, field: member, path: `${prefix}${member.id}` }, group.field.fields, prefix),
        ),
      );
    default:
      return assertNever(field);
  }
}
