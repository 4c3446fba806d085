import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { decisionKind, needsReason } from '@amtsstube/shared/domain/decision';
import { letterId, templateId, textBlockId } from '@amtsstube/shared/domain/ids';
import { localDate, localDateOf } from '@amtsstube/shared/domain/time';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { addTemplate, addTextBlock } from '@amtsstube/shared/fixtures/meetings/letter-acts';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';

type Workplace = Pick<SimDesk, 'shown' | 'do'>;

/** Some decisions come with a letter, and some take two. */
export async function decide(random: Random, { id: caseId }: Case, desk: Workplace): Promise<void> {
  const kind = random.chance(0.5) ? 'approved' : (random.pick(decisionKind.options) ?? 'rejected');
  await desk.do('decideCase', {
    caseId,
    decision: { kind, reason: needsReason(kind) ? `Nachweis fehlt (${random.id()})` : '' },
    ...(random.chance(0.5) && { letter: aLetter({ subject: `Bescheid ${random.id()}` }) }),
    ...(random.chance(0.6) && { asksApproval: true }),
  });
}

/** What waits is approved or returned; else a letter is written, or one goes into the post. */
export async function actOnLetters(
  random: Random,
  { id: caseId, proposal }: Case,
  desk: Workplace,
): Promise<void> {
  const number = proposal?.number ?? 1;
  if (random.chance(proposal ? 0.9 : 0.1)) {
    if (random.chance(0.7)) await desk.do('approveDecision', { caseId, number });
    else await desk.do('returnDecision', { caseId, number, word: `Bitte prüfen (${random.id()})` });
    return;
  }
  const dossier = desk.shown('dossiers', caseId) as Dossier | null | undefined;
  const sent = random.pick(dossier?.letters ?? []);
  if (sent && random.chance(0.5))
    // rarely a day before the letter was one
    await desk.do('postLetter', {
      caseId,
      letterId: sent.id,
      on: random.chance(0.1) ? localDate.parse('2026-11-01') : localDateOf(sent.at),
    });
  else
    await desk.do('writeLetter', {
      caseId,
      letterId: letterId.parse(random.id()),
      letter: aLetter({ subject: `Schreiben ${random.id()}` }),
    });
}

/** Two administrators may change the same one. */
export async function administerTexts(random: Random, desk: Workplace): Promise<void> {
  if (random.chance(0.5)) {
    const id = templateId.parse('hundesteuer');
    const shown = desk.shown('settings', id) as { readonly name: string } | null | undefined;
    if (!shown) await desk.do('putTemplate', addTemplate()[1]);
    else {
      const name = { from: shown.name, to: `Bescheid ${random.id()}` };
      await desk.do('putTemplate', { action: 'change', templateId: id, name });
    }
  } else {
    const id = textBlockId.parse('nachweis');
    const shown = desk.shown('settings', id) as { readonly title: string } | null | undefined;
    if (!shown) await desk.do('putTextBlock', addTextBlock()[1]);
    else {
      const title = { from: shown.title, to: `Nachweis ${random.id()}` };
      await desk.do('putTextBlock', { action: 'change', textBlockId: id, title });
    }
  }
}
