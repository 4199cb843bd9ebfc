import { describe, expect, it } from 'vitest';
import { reviewAction } from '../../src/renderer/stores/shortcuts';

const press = (keys: string) => {
  const parts = keys.split(' ');
  return reviewAction({
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
};

describe('the keys of the review desk', () => {
  it.each([
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['ArrowUp', 'previous'],
    ['a', 'accept'],
    ['w', 'waive'],
    ['F2', 'edit'],
    ['F8', 'next'],
    ['Shift F8', 'previous'],
    ['m', 'page'],
    ['Ctrl e', 'page'],
    ['Ctrl f', 'find'],
    ['F3', 'findNext'],
    ['Shift F3', 'findPrevious'],
    ['F6', 'paneNext'],
    ['Shift F6', 'panePrevious'],
    ['u', 'person'],
    ['f', 'filter'],
    ['Alt ArrowLeft', 'library'],
    ['s', 'signOff'],
    ['z', 'undo'],
    ['Ctrl z', 'undo'],
    ['Meta z', 'undo'],
    ['Shift Z', 'redo'],
    ['Ctrl Shift Z', 'redo'],
    ['Ctrl y', 'redo'],
    ['e', 'export'],
    ['i', 'import'],
    ['Shift ?', 'help'],
    ['Escape', 'close'],
  ])('%s is %s', (keys, action) => expect(press(keys)).toBe(action));
  it.each(['Ctrl a', 'Alt a', 'Ctrl c', 'x', 'Shift A', 'Tab', 'Enter'])('%s is left alone', (keys) =>
    expect(press(keys)).toBeNull(),
  );
});
