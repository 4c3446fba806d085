import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { mostAnswerFiles } from '@amtsstube/shared/domain/question';
import { texts } from '../language.ts';

/** Fields of an answer: they go through the same interpreter as those of any form. */
export const answerField = 'answer';
export const filesField = 'files';

/** In the page's language: what is asked for is no municipality's form. */
export function answerForm(): FormDefinition {
  const text = texts().answering;
  return {
    sections: [
      {
        title: text.section,
        fields: [
          {
            id: answerField,
            type: 'longText',
            label: text.text,
            help: text.textOrFiles,
            required: false,
            maxLength: 5000,
          },
          {
            id: filesField,
            type: 'upload',
            label: text.files,
            required: false,
            accepts: ['pdf', 'jpeg', 'png', 'tiff'],
            maximumCount: mostAnswerFiles,
          },
        ],
      },
    ],
    applicantNameFields: [answerField],
  };
}
