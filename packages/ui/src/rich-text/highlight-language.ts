/** The languages that code blocks are coloured in. */
export type HighlightLanguage =
  | 'bash'
  | 'csharp'
  | 'diff'
  | 'go'
  | 'http'
  | 'java'
  | 'javascript'
  | 'json'
  | 'php'
  | 'powershell'
  | 'python'
  | 'sql'
  | 'typescript'
  | 'xml'
  | 'yaml';

/** Other names that people write for them. */
const ALIASES: Readonly<Record<HighlightLanguage, string>> = {
  bash: 'sh shell zsh console',
  csharp: 'cs c#',
  diff: 'patch',
  go: 'golang',
  http: 'request response',
  java: '',
  javascript: 'js jsx node',
  json: 'jsonc har',
  php: '',
  powershell: 'ps ps1 pwsh',
  python: 'py',
  sql: 'mysql postgresql',
  typescript: 'ts tsx',
  xml: 'html svg xhtml',
  yaml: 'yml',
};

// Colouring is for reading; what is longer than this nobody reads, and it would hold the page up.
const MAX_LETTERS = 20_000;

/** The language to colour a block in, or null where it stays plain. */
export function highlightLanguage(name: string | null, code: string): HighlightLanguage | null {
  if (!name || code.length > MAX_LETTERS) return null;
  const found = Object.entries(ALIASES).find(([language, others]) =>
    [language, ...others.split(' ')].includes(name),
  );
  return found && isLanguage(found[0]) ? found[0] : null;
}

function isLanguage(name: string): name is HighlightLanguage {
  return name in ALIASES;
}
