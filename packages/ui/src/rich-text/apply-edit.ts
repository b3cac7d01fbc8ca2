import type { Edit, Selected } from './edit-text.ts';

/** What a field holds and what is selected in it. */
export function selectedIn(field: HTMLTextAreaElement): Selected {
  return { text: field.value, from: field.selectionStart, to: field.selectionEnd };
}

/**
 * Makes the change as if it had been typed. `insertText` is deprecated and still the only way into the browser's own undo history;
 * a field without focus, or a browser that refuses, gets the text by `setRangeText`, which no ⌘Z takes back.
 */
export function applyEdit(field: HTMLTextAreaElement, edit: Edit): void {
  const hasFocus = field.ownerDocument.activeElement === field;
  if (hasFocus) field.setSelectionRange(edit.from, edit.to);
  const isTyped =
    hasFocus &&
    (edit.insert === ''
      ? edit.from === edit.to || field.ownerDocument.execCommand('delete')
      : field.ownerDocument.execCommand('insertText', false, edit.insert));
  if (!isTyped) {
    field.setRangeText(edit.insert, edit.from, edit.to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(edit.selectFrom, edit.selectTo);
}
