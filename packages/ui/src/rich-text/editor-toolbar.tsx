import { Toolbar } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useStrings } from '../strings.ts';
import { type Edit, insertBlock, insertLink, type Selected, toggleLines, toggleWrap } from './edit-text.ts';

const TABLE = '| Column | Column |\n| --- | --- |\n|  |  |';
const CODE = '```http\n\n```';

/** Makes a change out of what is selected. */
export type EditMaker = (selected: Selected) => Edit;

export const toggleBold: EditMaker = (selected) => toggleWrap(selected, '**');
export const toggleItalic: EditMaker = (selected) => toggleWrap(selected, '*');
export const toggleCode: EditMaker = (selected) => toggleWrap(selected, '`');

/** The buttons over the field; one stop of the Tab key, arrow keys move between them. */
export function EditorToolbar({
  controls,
  onEdit,
  onFiles,
  children,
}: {
  /** Id of the field. */
  controls: string;
  onEdit: (make: EditMaker) => void;
  /** Left out where images cannot be added. */
  onFiles: ((files: Iterable<File>) => void) | undefined;
  /** What stands at the far end. */
  children: ReactNode;
}) {
  const { editor } = useStrings();
  const picker = useRef<HTMLInputElement>(null);
  const button = (icon: IconName, label: string, make: EditMaker, kbd?: string) => (
    <Toolbar.Button asChild>
      <IconButton size="sm" icon={icon} label={label} kbd={kbd} onClick={() => onEdit(make)} />
    </Toolbar.Button>
  );
  return (
    <div className="ui-editor-bar">
      <Toolbar.Root className="ui-editor-tools" aria-label={editor.toolbar} aria-controls={controls}>
        {button('bold', editor.bold, toggleBold, shortcut('B'))}
        {button('italic', editor.italic, toggleItalic, shortcut('I'))}
        {button('code', editor.code, toggleCode, shortcut('E'))}
        {button('heading', editor.heading, (selected) => toggleLines(selected, 'heading'))}
        <span className="ui-rule" />
        {button('list', editor.list, (selected) => toggleLines(selected, 'list'))}
        {button('list-numbered', editor.numberedList, (selected) => toggleLines(selected, 'numbered-list'))}
        {button('quote', editor.quote, (selected) => toggleLines(selected, 'quote'))}
        {button('table', editor.table, (selected) => insertBlock(selected, TABLE, 'Column'))}
        {button('code-block', editor.codeBlock, insertCode)}
        <span className="ui-rule" />
        {button('link', editor.link, insertLink)}
        {onFiles ? (
          <>
            <Toolbar.Button asChild>
              <IconButton
                size="sm"
                icon="image"
                label={editor.image}
                onClick={() => picker.current?.click()}
              />
            </Toolbar.Button>
            <input
              ref={picker}
              type="file"
              accept="image/png,image/jpeg,image/webp"
              multiple
              hidden
              onChange={(event) => {
                onFiles([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </>
        ) : null}
      </Toolbar.Root>
      {children}
    </div>
  );
}

function insertCode(selected: Selected): Edit {
  const code = selected.text.slice(selected.from, selected.to);
  if (code !== '') return insertBlock(selected, `\`\`\`\n${code}\n\`\`\``, code);
  return insertBlock(selected, CODE, 'http');
}

function shortcut(letter: string): string {
  return /Mac|iP(?:hone|ad)/.test(navigator.platform) ? `⌘${letter}` : `Ctrl ${letter}`;
}
