import { isFor, type TextBlock, textBlock } from '../domain/letter-template.ts';
import type { Settings } from '../domain/settings.ts';
import { defaultTextBlocks } from './default-text-blocks.ts';

/** The town's own text blocks, those retired too. */
export function ownTextBlocks(settings: readonly Settings[]): readonly TextBlock[] {
  return settings
    .filter((each) => each.kind === 'textBlock')
    .map(({ kind: _kind, scope: _scope, ...block }) => textBlock.parse(block));
}

/** What is offered where this service's cases are worked on; in a town without any of its own, what is shipped. */
export function textBlocksFor(settings: readonly Settings[], service: string): readonly TextBlock[] {
  const own = ownTextBlocks(settings);
  return (own.length === 0 ? defaultTextBlocks : own).filter((block) => isFor(block, service));
}
