import type { FieldOf } from '@amtsstube/shared/domain/forms/field';
import {
  ariaAttributes,
  errorLine,
  fieldId,
  framed,
  hintLine,
  labelled,
  type Placed,
} from '../field-frame.ts';
import { removeFileField, uploadField } from '../form-controls.ts';
import { type Html, type HtmlPart, html } from '../html.ts';
import { texts } from '../language.ts';
import type { Texts } from '../texts/texts.ts';
import { namedFiles } from './named-files.ts';

/** By ending and by type: phones offer their camera for the one, file choosers go by the other. */
const endings = {
  pdf: '.pdf,application/pdf',
  jpeg: '.jpg,.jpeg,image/jpeg',
  png: '.png,image/png',
  tiff: '.tif,.tiff,image/tiff',
} as const;
const words = { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG', tiff: 'TIFF' } as const;
const parts = ['hash', 'name', 'kind', 'bytes'] as const;

/**
 * Files for a field: those that are with it, and the input to choose more. They go with whatever button is pressed;
 * with a script they go at once, one by one, and the button for sending them ahead is not needed.
 */
export function renderUpload(placed: Placed<FieldOf<'upload'>>): Html {
  const { field, path, typed, form } = placed;
  const text = texts().upload;
  const frame = framed(placed, hintOf(field, placed.isAnswer === true));
  const files = namedFiles(form, typed).filter((each) => each.path === path);
  const listId = `${fieldId(path)}-list`;
  return html`<div class="kern-form-input form-upload${frame.error !== undefined && ' kern-form-input--error'}" data-upload="${path}" data-most="${
    field.maximumCount
  }" data-says="${JSON.stringify({ ...text.says, ...saidByScript(text.faults) })}">
<label class="kern-label" for="${fieldId(path)}">${labelled(frame)}</label>
${hintLine(frame)}
<ul class="upload-list" id="${listId}" aria-label="${text.list}" data-upload-list${files.length === 0 && html` hidden`}>${files.map(
    ({ index, shownName, file }) =>
      fileRow(placed, {
        index: String(index),
        name: shownName,
        size: file ? shownSize(file.bytes) : '',
        inputs: parts.map((part) => [
          `${path}.${index}.${part}`,
          typed.get(`${path}.${index}.${part}`) ?? '',
        ]),
      }),
  )}</ul>
<input class="kern-form-input__input" type="file" id="${fieldId(path)}" name="${path}"${
    field.maximumCount > 1 && html` multiple`
  } accept="${field.accepts.map((kind) => endings[kind]).join(',')}"${ariaAttributes(frame)}>
<button class="kern-btn kern-btn--secondary" type="submit" name="${uploadField}" value="${path}" formaction="${placed.action}#${listId}" data-upload-button><span class="kern-label">${text.send}</span></button>
${errorLine(frame)}
<p class="kern-body upload-says" role="status" data-upload-says></p>
<template data-upload-row>${fileRow(placed, {
    index: '',
    name: '',
    size: '',
    inputs: parts.map((part) => [`.${part}`, '']),
    progress: html`<span class="kern-progress upload-list__progress"><progress max="100" value="0" aria-label=""></progress></span>`,
  })}</template>
<template data-upload-error><p class="upload-error kern-error" role="alert"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span><span data-upload-error-text></span></span></p></template>
</div>`;
}

/** In the unit in which people read sizes of files. */
export function shownSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${String(Math.round(bytes / 100_000) / 10).replace('.', texts().upload.decimalMark)} MB`;
}

/** What needs no server to be known. */
function saidByScript({ empty, tooBig, tooMany }: Texts['upload']['faults']) {
  return { empty: empty('%s'), tooBig: tooBig('%s'), tooMany: tooMany('%s') };
}

interface Row {
  readonly index: string;
  readonly name: string;
  readonly size: string;
  readonly inputs: readonly (readonly [name: string, value: string])[];
  readonly progress?: HtmlPart;
}

function fileRow({ path, action }: Placed, { index, name, size, inputs, progress }: Row): Html {
  return html`<li class="upload-list__file" data-upload-file="${index}">
<span class="kern-body upload-list__name" data-upload-name>${name}</span>
<span class="kern-body kern-body--muted" data-upload-size>${size}</span>
${progress}
<button class="kern-btn kern-btn--tertiary" type="submit" name="${removeFileField}" value="${path}.${index}" formaction="${action}#${fieldId(path)}" data-upload-remove><span class="kern-label">${
    texts().upload.remove
  }<span class="kern-sr-only" data-upload-of>: ${name}</span></span></button>
${inputs.map(([input, value]) => html`<input type="hidden" name="${input}" value="${value}">`)}
</li>`;
}

function hintOf({ accepts, maximumCount }: FieldOf<'upload'>, isAnswer: boolean): Html {
  const text = texts().upload;
  const kinds = accepts.map((kind) => words[kind]);
  const last = kinds.at(-1) ?? '';
  const listed = kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} ${text.or} ${last}` : last;
  const [kept, paper] = isAnswer ? [text.keptOfAnswer, text.paperOfAnswer] : [text.kept, text.paper];
  return html`${text.hint(listed, maximumCount)}<br>${kept}<br>${paper}`;
}
