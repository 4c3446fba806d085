import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Service } from '@amtsstube/shared/domain/settings';
import { draftOffer, draftPart } from './draft-part.ts';
import type { FieldErrors } from './field-frame.ts';
import { type FormView, goField, returnField, sectionField, ticketField } from './form-controls.ts';
import { renderSections, targetOf } from './form-fields.ts';
import { askedSections, neighbour } from './form-sections.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, notice, type Page, paragraph } from './page.ts';
import type { Texts } from './texts/texts.ts';
import type { PageProblem } from './uploads/file-problem.ts';

export type FormNotice = keyof Texts['notices'];

export interface FormPage {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  readonly form: FormDefinition;
  readonly sealedTicket: string;
  readonly draftId: string;
  readonly typed: PageInputs;
  readonly view: FormView;
  readonly errors: readonly PageProblem[];
  readonly notice: FormNotice | undefined;
  readonly above: Html | undefined;
}

/**
 * The form, empty or with what was typed, whole or one section of it; errors stand in a list at the top, with links,
 * and beside each field.
 */
export function formPage(page: FormPage): Page {
  const { municipality, service, form, typed, errors, view } = page;
  const action = `/m/${municipality.id}/services/${service.id}/form`;
  const section = view.kind === 'section' ? form.sections[view.index] : undefined;
  const title = section ? `${section.title} – ${service.name}` : service.name;
  return {
    title: errors.length > 0 ? `${texts().error}: ${title}` : title,
    municipality,
    current: 'services',
    // with anything typed in it, it is somebody's own
    ...(typed.size === 0 && !page.above && !page.notice && { description: service.summary }),
    main: html`<div class="reading-width">
${heading(german(service.name))}
${page.notice && notice('warning', texts().notices[page.notice].title, paragraph(texts().notices[page.notice].text))}
${page.above}
${errors.length > 0 && errorList(form, errors)}
${typed.size === 0 && draftOffer(action)}
${view.kind === 'section' && stepLine(page, view.index)}
${paragraph(texts().form.intro)}
${draftPart(page.draftId)}
<form class="application-form" method="post" action="${action}" accept-charset="utf-8" novalidate${
      takesFiles(form, view) && html` enctype="multipart/form-data"`
    } data-draft="${page.draftId}" data-service="${service.name}"${typed.size > 0 && html` data-typed`}>
<input type="hidden" name="${ticketField}" value="${page.sealedTicket}">
${
  view.kind === 'section' &&
  html`<input type="hidden" name="${sectionField}" value="${view.index}">${view.returns && html`<input type="hidden" name="${returnField}" value="1">`}`
}
${
  // Enter in a field presses a form's first button, and that shall not be one that takes an entry away
  html`<button class="form-default-button" type="submit" tabindex="-1" aria-hidden="true" name="${goField}" value="${forwardOf(view)}">${texts().form.next}</button>`
}
${renderSections(
  { form, typed, errors: sentences(form, errors), action },
  view.kind === 'section' ? view.index : undefined,
)}
${formButtons(page)}
</form>
</div>`,
  };
}

/** Whether files can be chosen in what is shown. */
function takesFiles({ sections }: FormDefinition, view: FormView): boolean {
  const shown = view.kind === 'all' ? sections : sections.slice(view.index, view.index + 1);
  return shown
    .flatMap(({ fields }) => fields.flatMap((field) => (field.type === 'group' ? field.fields : [field])))
    .some(({ type }) => type === 'upload');
}

function forwardOf(view: FormView): 'next' | 'review' {
  return view.kind === 'section' && !view.returns ? 'next' : 'review';
}

function stepLine({ form, typed }: FormPage, index: number): Html {
  const asked = askedSections(form, typed);
  return html`<p class="kern-body kern-body--muted">${texts().form.step(asked.filter((each) => each < index).length + 1, asked.length)}</p>`;
}

function formButtons({ form, typed, view }: FormPage): Html {
  const isFirst = view.kind === 'all' || neighbour(form, typed, view.index, 'back') === undefined;
  const isLast = view.kind === 'all' || neighbour(form, typed, view.index, 'next') === undefined;
  const forward = forwardOf(view);
  const says = forward === 'review' || isLast ? texts().form.review : texts().form.next;
  return html`<div class="actions form-ways">
${button('primary', forward, says)}
${!isFirst && button('secondary', 'back', texts().form.back)}
</div>
<div class="actions form-ways">
${button('tertiary', 'later', texts().form.later)}
${view.kind === 'all' ? button('tertiary', '0', texts().form.stepwise) : button('tertiary', 'all', texts().form.allAtOnce)}
</div>`;
}

function button(kind: 'primary' | 'secondary' | 'tertiary', way: string, text: string): Html {
  return html`<button class="kern-btn kern-btn--${kind}" type="submit" name="${goField}" value="${way}"><span class="kern-label">${text}</span></button>`;
}

/** All that is wrong, with links to where; `lead` says what became of what was typed. */
export function errorList(
  form: FormDefinition,
  errors: readonly PageProblem[],
  lead: string = texts().form.errorLead,
): Html {
  return html`<div id="errors" tabindex="-1" data-focus>${notice(
    'danger',
    errors.every((error) => 'fault' in error)
      ? texts().upload.errorTitle(errors.length)
      : texts().form.errorTitle(errors.length),
    paragraph(lead),
    html`<ul class="kern-list kern-list--bullet">${errors.map((error) => {
      const target = targetOf(form, error.path);
      const sentence = sentenceOf(form, error);
      return html`<li>${
        target === undefined
          ? sentence
          : html`<a class="kern-link kern-link--no-visited-state" href="#${target}">${sentence}</a>`
      }</li>`;
    })}</ul>`,
  )}</div>`;
}

/** The first thing wrong with each answer, and all that is wrong with files. */
export function sentences(form: FormDefinition, errors: readonly PageProblem[]): FieldErrors {
  const all = new Map<string, string>();
  for (const error of errors) {
    const place = placeOf(form, error.path);
    const before = all.get(place);
    const sentence = sentenceOf(form, error);
    if (before === undefined) all.set(place, sentence);
    else if ('fault' in error) all.set(place, `${before} ${sentence}`);
  }
  return all;
}

/** Where the sentence stands: at the part of an address, and of files at their field. */
function placeOf(form: FormDefinition, path: string): string {
  const located = locateField(form, path);
  if (!located) return path;
  return located.part === undefined ? located.fieldPath : `${located.fieldPath}.${located.part}`;
}

function sentenceOf(form: FormDefinition, problem: PageProblem): string {
  if ('fault' in problem) return texts().upload.faults[problem.fault](problem.file);
  return texts().fieldError(locateField(form, problem.path), problem.code);
}
