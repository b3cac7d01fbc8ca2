import { useEffect, useState } from 'react';
import { useStrings } from '../strings.ts';
import { type HighlightLanguage, highlightLanguage } from './highlight-language.ts';
import type { CodeToken } from './highlighter.ts';
import { inPlace } from './in-place.ts';

/** Makes a box reachable and scrollable by keyboard where its content is wider than its place. */
export function scrollable(label: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': label };
}

/** Code in the fixed-width face, coloured once the colouring has arrived. */
export function CodeBlock({ language, text }: { language: string | null; text: string }) {
  const strings = useStrings();
  const tokens = useTokens(text, highlightLanguage(language, text));
  return (
    <pre {...scrollable(strings.codeScroll(language ?? ''))} className="ui-prose-code">
      <code>
        {tokens
          ? inPlace(tokens, ({ text: part, kind }) => (kind ? <span data-code={kind}>{part}</span> : part))
          : text}
      </code>
    </pre>
  );
}

/** Coloured stretches of just this text, or null as long as there are none. */
function useTokens(text: string, language: HighlightLanguage | null): readonly CodeToken[] | null {
  const [coloured, setColoured] = useState<{
    text: string;
    language: string;
    tokens: readonly CodeToken[];
  }>();
  useEffect(() => {
    let isCurrent = true;
    if (language)
      import('./highlighter.ts').then(
        ({ highlightCode }) => {
          if (isCurrent) setColoured({ text, language, tokens: highlightCode(text, language) });
        },
        () => undefined, // without its colours the code still reads
      );
    return () => {
      isCurrent = false;
    };
  }, [text, language]);
  return coloured?.text === text && coloured.language === language ? coloured.tokens : null;
}
