import type { ProseBlock } from '../../shared/model/document';
import { escapedCell, escapedHeading, escapedItem, escapedParagraph } from '../importer/compose/escape';
import { linesOf } from '../importer/compose/stretch';
import type { Wanted } from './readings';

const SPECIAL = /[\\`*_~<>[\]&|#]/g;

/** Every unit that Markdown might read as markup behind a backslash. */
export const withBackslashes = (text: string): string => text.replace(SPECIAL, '\\$&');

const stretch = (text: string) => ({ text, spans: [], ends: [] });

/** The content of a block written anew, so that it reads as it shall and nothing in it is markup. */
export function writtenAnew(block: ProseBlock, wanted: Wanted): string {
  return wanted
    .map((text) => {
      const whole = stretch(text);
      const lines = linesOf(whole);
      if (block.kind === 'heading') return escapedHeading(whole, lines).text;
      if (block.kind === 'list-item') return escapedItem(whole, lines, '<br>').text;
      return escapedParagraph(whole, lines, '<br>').text;
    })
    .join('\n\n');
}

/** The same of a cell. */
export function cellAnew(wanted: string): string {
  const whole = stretch(wanted);
  return escapedCell(whole, linesOf(whole), false).text;
}
