export { EVIDENCE_SCHEME } from './address.ts';
export { evidenceIds } from './evidence-ids.ts';
export { parseRichText } from './parse-rich-text.ts';
export { plainText } from './plain-text.ts';
export type { Block, Inline, RichText } from './tree.ts';
export { withoutCaptions } from './without-captions.ts';
