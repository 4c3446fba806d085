import { type TextBlock, textBlock } from '../domain/letter-template.ts';

/** Text blocks of a town that has none of its own yet. */
export const defaultTextBlocks: readonly TextBlock[] = [
  {
    id: 'standard.nachweis',
    key: 'nachweis',
    title: 'Nachweis fehlt',
    text: 'Der erforderliche Nachweis wurde trotz Aufforderung nicht vorgelegt. Die Voraussetzungen konnten deshalb nicht festgestellt werden (§ 26 Absatz 2 VwVfG).',
  },
  {
    id: 'standard.frist',
    key: 'frist',
    title: 'Frist versäumt',
    text: 'Der Antrag ist nach Ablauf der Frist eingegangen. Gründe für eine Wiedereinsetzung in den vorigen Stand (§ 32 VwVfG) wurden nicht vorgetragen.',
  },
  {
    id: 'standard.ermessen',
    key: 'ermessen',
    title: 'Ermessen',
    text: 'Die Entscheidung steht in unserem Ermessen (§ 40 VwVfG). Wir haben Ihr Interesse an der Bewilligung gegen die öffentlichen Belange abgewogen. Diese überwiegen hier.',
  },
  {
    id: 'standard.telefonisch',
    key: 'telefon',
    title: 'Telefonisch zurückgenommen',
    text: 'Der Antrag wurde telefonisch zurückgenommen.',
  },
  {
    id: 'standard.landkreis',
    key: 'landkreis',
    title: 'Landkreis ist zuständig',
    text: 'Zuständig ist der Landkreis. Wir geben Ihren Antrag auf Wunsch dorthin weiter.',
  },
].map((block) => textBlock.parse({ ...block, forServices: [] }));
