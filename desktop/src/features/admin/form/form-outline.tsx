import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { de } from '../../../texts/de.ts';
import { visuallyHidden } from '../../../ui/visually-hidden.ts';
import { addDocument, addField, addSection, type Step } from './edit-form.ts';
import { allFields, type DraftMember, membersOf } from './form-draft.ts';
import { itemOf, usesItem } from './form-problems.ts';
import { nameOfItem } from './item-names.ts';
import { newId } from './new-id.ts';
import type { FormEditor } from './use-form-editor.ts';

/** All a form has, from above: sections with their questions, documents, and what the answers are for. */
export function FormOutline({
  editor,
  onChosen,
}: {
  readonly editor: FormEditor;
  readonly onChosen: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const { draft, chosen, focus } = editor;
  const text = de.formEditor;
  const chosenField = allFields(draft).find(({ id }) => itemOf('field', id) === chosen);

  useEffect(() => {
    if (focus?.on === 'outline') list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, [focus]);

  function onKeyDown(event: KeyboardEvent) {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'];
    if (item === undefined) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (by !== undefined) {
      event.preventDefault();
      if (event.altKey) editor.move(item, by);
      else neighbourOf(list.current, item, by)?.focus();
    }
    if (event.key === 'Delete') editor.remove(item);
    if (event.key === 'z' && event.ctrlKey) editor.undo();
  }

  const take = (step: Step) => {
    editor.take(step);
    onChosen();
  };
  const entry = (item: string, marks: ReactNode = null) => (
    <Item key={item} item={item} editor={editor} onChosen={onChosen} marks={marks} />
  );
  return (
    <Box>
      <Box ref={list} onKeyDown={onKeyDown}>
        <Box component="ul" aria-label={text.outline} sx={plain}>
          {draft.sections.map(({ key, fields }) => (
            <li key={key}>
              {entry(itemOf('section', key))}
              <Box component="ul" sx={{ ...plain, pl: 1.5 }}>
                {fields.map((field) => (
                  <li key={field.id}>
                    {entry(itemOf('field', field.id), <Marks field={field} />)}
                    {membersOf(field).length > 0 && (
                      <Box component="ul" sx={{ ...plain, pl: 1.5 }}>
                        {membersOf(field).map((member) => (
                          <li key={member.id}>
                            {entry(itemOf('field', member.id), <Marks field={member} />)}
                          </li>
                        ))}
                      </Box>
                    )}
                  </li>
                ))}
              </Box>
            </li>
          ))}
          <li>
            {draft.documents.length > 0 && (
              <Typography variant="subtitle2" component="p" sx={{ mt: 1.5, px: 1 }}>
                {text.documents}
              </Typography>
            )}
            <Box component="ul" sx={{ ...plain, pl: draft.documents.length > 0 ? 1.5 : 0 }}>
              {draft.documents.map(({ id, when }) => (
                <li key={id}>
                  {entry(
                    itemOf('document', id),
                    when.kind === 'always' ? null : <Mark>{text.conditionMark}</Mark>,
                  )}
                </li>
              ))}
              <li>{entry(usesItem)}</li>
            </Box>
          </li>
        </Box>
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {editor.movedTo}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {text.outlineHelp}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => take(addField(draft, chosen, newId(), true))}>
          {text.addField}
        </Button>
        {chosenField?.type === 'group' && (
          <Button size="small" variant="outlined" onClick={() => take(addField(draft, chosen, newId()))}>
            {text.addMember}
          </Button>
        )}
        <Button size="small" variant="outlined" onClick={() => take(addSection(draft, newId()))}>
          {text.addSection}
        </Button>
        <Button size="small" variant="outlined" onClick={() => take(addDocument(draft, newId()))}>
          {text.addDocument}
        </Button>
      </Box>
    </Box>
  );
}

interface ItemProps {
  readonly item: string;
  readonly editor: FormEditor;
  readonly marks: ReactNode;
  readonly onChosen: () => void;
}

function Item({ item, editor, marks, onChosen }: ItemProps) {
  const { draft, chosen, problems } = editor;
  const isWrong = problems.some((problem) => problem.item === item);
  const isHeading = item.startsWith('section:') || item === usesItem;
  return (
    <ButtonBase
      data-item={item}
      aria-current={item === chosen}
      onClick={() => {
        editor.choose(item);
        onChosen();
      }}
      sx={{ ...row, fontWeight: isHeading ? 600 : 400, mt: isHeading ? 1 : 0 }}
    >
      <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {nameOfItem(draft, item)}
        {isWrong && <Box component="span" sx={visuallyHidden}>{` (${de.formEditor.problemMark})`}</Box>}
      </Box>
      <Box component="span" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', flexShrink: 0 }}>
        {marks}
        {isWrong && (
          <Box component="span" aria-hidden sx={{ color: 'error.main', fontWeight: 700 }}>
            !
          </Box>
        )}
      </Box>
    </ButtonBase>
  );
}

function Marks({ field }: { readonly field: DraftMember }) {
  const text = de.formEditor;
  const isRequired = field.required && field.type !== 'information' && field.type !== 'group';
  return (
    <>
      {isRequired && <Mark>{text.requiredMark}</Mark>}
      {field.when.kind !== 'always' && <Mark>{text.conditionMark}</Mark>}
    </>
  );
}

function Mark({ children }: { readonly children: string }) {
  return (
    <Box component="span" sx={{ fontSize: '0.75rem', fontWeight: 400, color: 'text.secondary' }}>
      {children}
    </Box>
  );
}

function neighbourOf(list: HTMLElement | null, item: string, by: -1 | 1): HTMLElement | undefined {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  return all[all.findIndex((each) => each.dataset['item'] === item) + by];
}

const plain = { listStyle: 'none', m: 0, p: 0 } as const;

const row = {
  width: '100%',
  minHeight: 32,
  px: 1,
  py: 0.5,
  gap: 1,
  justifyContent: 'space-between',
  textAlign: 'left',
  font: 'inherit',
  borderLeft: 3,
  borderColor: 'transparent',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-current="true"]': { borderColor: 'primary.main', bgcolor: 'action.selected' },
  '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: -2 },
} as const;
