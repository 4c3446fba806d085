import type { Case } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { LinkDialog } from './link-dialog.tsx';
import { PersonCasesList } from './person-cases-list.tsx';
import { RelatedList } from './related-list.tsx';
import { useAnnex } from './use-annex.ts';

/** The other cases this one has to do with: of the same person, and linked by a clerk. */
export function OtherCasesPart({ openCase }: { readonly openCase: Case }) {
  const { desk } = useDesk();
  const annex = useAnnex(openCase.id);
  const action = useAction();
  const [isLinking, setIsLinking] = useState(false);
  const mayNote = whyImpossible(desk.actor, 'note', openCase) === undefined;
  const text = de.work.otherCases;

  return (
    <Part title={text.title}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <PersonCasesList openCase={openCase} annex={annex} action={action} mayNote={mayNote} />
        <RelatedList openCase={openCase} annex={annex} action={action} mayNote={mayNote} />
        {mayNote && (
          <Box sx={{ displayPrint: 'none' }}>
            <Button variant="outlined" onClick={() => setIsLinking(true)}>
              {text.link}
            </Button>
          </Box>
        )}
        <ActionNotice state={action.state} />
      </Box>
      {isLinking && <LinkDialog openCase={openCase} action={action} onClose={() => setIsLinking(false)} />}
    </Part>
  );
}
