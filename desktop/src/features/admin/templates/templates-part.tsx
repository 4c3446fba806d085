import type { LetterTemplate, TextBlock } from '@amtsstube/shared/domain/letter-template';
import { letterTemplate, textBlock } from '@amtsstube/shared/domain/letter-template';
import { ownTemplates } from '@amtsstube/shared/letters/choose-templates';
import { ownTextBlocks } from '@amtsstube/shared/letters/choose-text-blocks';
import { defaultTemplates } from '@amtsstube/shared/letters/default-templates';
import { defaultTextBlocks } from '@amtsstube/shared/letters/default-text-blocks';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { compareGerman } from '../../../ui/german-text.ts';
import { ListRow, RowList } from '../../../ui/list-row.tsx';
import { useSettingName, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { BlockDialog } from './block-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

type InWork =
  | { readonly what: 'template'; readonly template: LetterTemplate; readonly isNew: boolean }
  | { readonly what: 'block'; readonly block: TextBlock; readonly isNew: boolean };

const newTemplate = letterTemplate.parse({
  ...defaultTemplates.find(({ id }) => id === 'standard.schreiben'),
  id: 'new',
  name: de.letters.admin.newTemplate,
});
const newBlock: TextBlock = {
  ...textBlock.parse(defaultTextBlocks[0]),
  id: 'new' as TextBlock['id'],
  title: '',
  key: '',
  text: '',
};

/** What letters are made from, and the texts that reasons are put together from; with what is shipped as a beginning. */
export function TemplatesPart() {
  const settings = useSettings();
  const settingName = useSettingName();
  const action = useAction();
  const [inWork, setInWork] = useState<InWork>();
  const text = de.letters.admin;
  const templates = ownTemplates(settings).toSorted((a, b) => compareGerman(a.name, b.name));
  const blocks = ownTextBlocks(settings).toSorted((a, b) => compareGerman(a.title, b.title));
  const begin = (begun: InWork) => {
    action.reset();
    setInWork(begun);
  };
  const servicesOf = ({ forServices }: { readonly forServices: readonly string[] }) =>
    forServices.length === 0 ? text.allServices : forServices.map(settingName).join(', ');
  const factsOf = (template: LetterTemplate) =>
    [
      template.decisionKinds.map((kind) => de.cases.decision.kinds[kind]).join(', ') || text.otherLetters,
      servicesOf(template),
      template.version > 0 ? text.version(template.version) : text.shipped,
      template.retiredAt ? text.retired : '',
    ]
      .filter((fact) => fact !== '')
      .join(' · ');

  return (
    <>
      <Part title={text.title}>
        <Typography sx={{ mb: 1, maxWidth: '40rem' }}>{text.lead}</Typography>
        <ActionNotice state={action.state} />
        <Button
          variant="outlined"
          sx={{ my: 1 }}
          onClick={() => begin({ what: 'template', template: newTemplate, isNew: true })}
        >
          {text.addTemplate}
        </Button>
        <RowList>
          {templates.map((template) => (
            <ListRow key={template.id} name={template.name} facts={factsOf(template)}>
              <Button
                size="small"
                aria-label={text.ofOne(text.change, template.name)}
                onClick={() => begin({ what: 'template', template, isNew: false })}
              >
                {text.change}
              </Button>
              <Button
                size="small"
                aria-label={text.ofOne(template.retiredAt ? text.restore : text.retire, template.name)}
                onClick={() =>
                  void action.perform('putTemplate', {
                    action: template.retiredAt ? 'restore' : 'retire',
                    templateId: template.id,
                  })
                }
              >
                {template.retiredAt ? text.restore : text.retire}
              </Button>
            </ListRow>
          ))}
          {defaultTemplates.map((template) => (
            <ListRow key={template.id} name={template.name} facts={factsOf(template)}>
              <Button
                size="small"
                aria-label={text.ofOne(text.adapt, template.name)}
                onClick={() => begin({ what: 'template', template, isNew: true })}
              >
                {text.adapt}
              </Button>
            </ListRow>
          ))}
        </RowList>
      </Part>
      <Box sx={{ mt: 4 }}>
        <Part title={text.blocks}>
          <Typography sx={{ mb: 1, maxWidth: '40rem' }}>
            {blocks.length === 0 ? text.blocksShipped : text.blocksLead}
          </Typography>
          <Button
            variant="outlined"
            sx={{ my: 1 }}
            onClick={() => begin({ what: 'block', block: newBlock, isNew: true })}
          >
            {text.addBlock}
          </Button>
          <RowList>
            {blocks.map((block) => (
              <ListRow
                key={block.id}
                name={block.title}
                facts={[`/${block.key}`, servicesOf(block), block.retiredAt ? text.retired : '']
                  .filter((fact) => fact !== '')
                  .join(' · ')}
              >
                <Button
                  size="small"
                  aria-label={text.ofOne(text.change, block.title)}
                  onClick={() => begin({ what: 'block', block, isNew: false })}
                >
                  {text.change}
                </Button>
                <Button
                  size="small"
                  aria-label={text.ofOne(block.retiredAt ? text.restore : text.retire, block.title)}
                  onClick={() =>
                    void action.perform('putTextBlock', {
                      action: block.retiredAt ? 'restore' : 'retire',
                      textBlockId: block.id,
                    })
                  }
                >
                  {block.retiredAt ? text.restore : text.retire}
                </Button>
              </ListRow>
            ))}
            {blocks.length === 0 &&
              defaultTextBlocks.map((block) => (
                <ListRow key={block.id} name={block.title} facts={`/${block.key} · ${text.shipped}`}>
                  <Button
                    size="small"
                    aria-label={text.ofOne(text.adapt, block.title)}
                    onClick={() => begin({ what: 'block', block, isNew: true })}
                  >
                    {text.adapt}
                  </Button>
                </ListRow>
              ))}
          </RowList>
        </Part>
      </Box>
      {inWork?.what === 'template' && (
        <TemplateDialog {...inWork} action={action} onClose={() => setInWork(undefined)} />
      )}
      {inWork?.what === 'block' && (
        <BlockDialog {...inWork} action={action} onClose={() => setInWork(undefined)} />
      )}
    </>
  );
}
