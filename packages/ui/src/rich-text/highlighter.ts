import { common, createLowlight } from 'lowlight';
import { http, powershell } from './grammars.ts';
import type { HighlightLanguage } from './highlight-language.ts';

/** A stretch of code and what it is, in the words that the style sheet colours. */
export type CodeToken = { readonly text: string; readonly kind: string | null };

type Tree = ReturnType<ReturnType<typeof createLowlight>['highlight']>;
type Node = Tree['children'][number];

const KNOWN = Object.entries(common).filter(([name]) =>
  'bash json javascript typescript python sql xml yaml java csharp php go diff'.split(' ').includes(name),
);
const highlighting = createLowlight({ ...Object.fromEntries(KNOWN), http, powershell });
const KINDS: readonly (readonly [kind: string, scopes: RegExp])[] = [
  ['comment', /^hljs-(?:comment|quote|doctag)$/],
  ['keyword', /^hljs-(?:keyword|built_in|selector-tag|meta|tag|name|section)$/],
  ['string', /^hljs-(?:string|regexp|char)$/],
  ['number', /^hljs-(?:number|literal|symbol)$/],
  ['name', /^hljs-(?:attr|attribute|title|variable|property|template-variable|type)$/],
  ['added', /^hljs-addition$/],
  ['removed', /^hljs-deletion$/],
];

/** Cuts code into coloured stretches. */
export function highlightCode(code: string, language: HighlightLanguage): readonly CodeToken[] {
  return highlighting.highlight(language, code).children.flatMap((node) => tokensOf(node, null));
}

function tokensOf(node: Node, outer: string | null): CodeToken[] {
  if (node.type === 'text') return [{ text: node.value, kind: outer }];
  if (node.type !== 'element') return [];
  const names = node.properties['className'];
  const kind = Array.isArray(names) ? kindOf(names.map(String)) : null;
  return node.children.flatMap((child) => tokensOf(child, kind ?? outer));
}

function kindOf(names: readonly string[]): string | null {
  return KINDS.find(([, scopes]) => names.some((name) => scopes.test(name)))?.[0] ?? null;
}
