import { describe, expect, test } from 'vitest';
import {
  continueList,
  type Edit,
  insertBlock,
  insertLink,
  movePosition,
  type Selected,
  toggleLines,
  toggleWrap,
} from './edit-text.ts';

/** "a [b] c": the brackets are the selection, "|" a caret. */
function read(marked: string): Selected {
  const from = marked.search(/[|⟨]/);
  const text = marked.replace(/[|⟨⟩]/g, '');
  return { text, from, to: marked.includes('⟩') ? marked.indexOf('⟩') - 1 : from };
}

function write({ text }: Selected, edit: Edit): string {
  const result = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { selectFrom, selectTo } = edit;
  if (selectFrom === selectTo) return `${result.slice(0, selectFrom)}|${result.slice(selectFrom)}`;
  return `${result.slice(0, selectFrom)}⟨${result.slice(selectFrom, selectTo)}⟩${result.slice(selectTo)}`;
}

describe('marks around words', () => {
  test.each([
    ['a ⟨b⟩ c', 'a **⟨b⟩** c'],
    ['a **⟨b⟩** c', 'a ⟨b⟩ c'],
    ['a | c', 'a **|** c'],
    ['**|**', '|'],
    ['⟨b⟩', '**⟨b⟩**'],
  ])('%s becomes %s', (before, after) => {
    expect(write(read(before), toggleWrap(read(before), '**'))).toBe(after);
  });
});

describe('marks before lines', () => {
  test.each([
    ['list', 'a\n⟨b\nc⟩\nd', 'a\n⟨- b\n- c⟩\nd'],
    ['list', 'a\n⟨- b\n- c⟩\nd', 'a\n⟨b\nc⟩\nd'],
    ['numbered-list', '⟨a\nb\nc⟩', '⟨1. a\n2. b\n3. c⟩'],
    ['quote', 'a|b', '> a|b'],
    ['quote', '> a|b', 'a|b'],
    ['heading', 'a\n|', 'a\n## |'],
    ['list', '⟨a\n⟩b', '⟨- a⟩\nb'],
    ['list', '|', '- |'],
  ] as const)('%s: %j becomes %j', (mark, before, after) => {
    expect(write(read(before), toggleLines(read(before), mark))).toBe(after);
  });
});

describe('insertions', () => {
  test('a link of a word waits for its address', () => {
    expect(write(read('a ⟨b⟩'), insertLink(read('a ⟨b⟩')))).toBe('a [b](⟨https://⟩)');
  });

  test('a link of nothing waits for its word', () => {
    expect(write(read('a |'), insertLink(read('a |')))).toBe('a [|](https://)');
  });

  test.each([
    ['|', '⟨x⟩'],
    ['a|b', 'a\n\n⟨x⟩\n\nb'],
    ['a\n|\nb', 'a\n\n⟨x⟩\n\nb'],
    ['a\n\n|\n\nb', 'a\n\n⟨x⟩\n\nb'],
    ['a ⟨b⟩', 'a \n\n⟨x⟩'],
  ])('a block at %j stands alone', (before, after) => {
    expect(write(read(before), insertBlock(read(before), 'x', 'x'))).toBe(after);
  });
});

describe('Enter', () => {
  test.each([
    ['- a|', '- a\n- |'],
    ['  * a|', '  * a\n  * |'],
    ['9. a|', '9. a\n10. |'],
    ['1) a|b', '1) a\n2) |b'],
    ['- [x] a|', '- [x] a\n- [ ] |'],
    ['> a|', '> a\n> |'],
    ['- a\n- |', '- a\n|'],
    ['- a\n- [ ] |\nb', '- a\n|\nb'],
  ])('in %j gives %j', (before, after) => {
    const edit = continueList(read(before));
    expect(edit && write(read(before), edit)).toBe(after);
  });

  test.each([['a|'], ['|'], ['-a|'], ['**a** b|'], ['```\n- a|'], ['- a\n\n|'], ['|- a'], ['- ⟨a⟩']])(
    'in %j is left alone',
    (before) => {
      expect(continueList(read(before))).toBeNull();
    },
  );
});

describe('a place in a text that changes', () => {
  test.each([
    ['what is typed before it moves it', 'abcd', 'aXXbcd', 2, 4],
    ['what is typed behind it does not', 'abcd', 'abcdXX', 2, 2],
    ['what is removed before it moves it back', 'abcd', 'bcd', 2, 1],
    ['what is removed around it leaves it where that was', 'abcdef', 'af', 3, 1],
    ['an emptied text has one place', 'abcd', '', 2, 0],
  ])('%s', (_, before, after, position, expected) => {
    expect(movePosition(position, before, after)).toBe(expected);
  });
});
