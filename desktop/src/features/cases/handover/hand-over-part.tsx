import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { impossibleSentence } from '../../../ui/impossible-sentence.ts';
import { useNameOf, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { HandToBodyDialog } from './hand-to-body-dialog.tsx';
import { districtOf, handedOver } from './responsible-body.ts';
import { SavePackage } from './save-package.tsx';

/** Of a case that another body decides, or that turned out to belong elsewhere: that, and the way there. */
export function HandOverPart(props: {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier> | undefined;
}) {
  const { openCase, dossier } = props;
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const district = districtOf(useSettings(), openCase);
  const action = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const reasonId = useId();
  const handed = handedOver(dossier?.document);
  const impossible = whyImpossible(desk.actor, 'decide', openCase);
  const text = de.handover;
  // decided here: nothing is left to hand over
  if (openCase.decision !== null && handed === undefined) return null;
  return (
    <Part title={text.title}>
      {handed ? (
        <>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            {text.handedOver(formatLocalDate(localDateOf(handed.at)), handed.bodyName)}
          </Typography>
          {dossier && <SavePackage openCase={openCase} dossier={dossier} handed={handed} />}
        </>
      ) : (
        <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
          <Typography>{district ? text.belongsTo(district.name) : text.elsewhere}</Typography>
          {district && (
            <Typography variant="body2" color="textSecondary">
              {district.handOver}
            </Typography>
          )}
          <Button
            variant={district ? 'contained' : 'outlined'}
            disabled={impossible !== undefined || action.state.state === 'saving'}
            aria-describedby={impossible && reasonId}
            onClick={() => setIsAsking(true)}
          >
            {text.begin}
          </Button>
          {impossible && (
            <Typography id={reasonId} variant="body2" color="textSecondary">
              {impossibleSentence(impossible, nameOf)}
            </Typography>
          )}
        </Box>
      )}
      <Box sx={{ mt: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      {isAsking && (
        <HandToBodyDialog
          openCase={openCase}
          district={district}
          action={action}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Part>
  );
}
