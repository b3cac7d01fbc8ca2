/** The wrappers that runs of `*`, `_` and `~` make. */
export type Wrapper = 'strong' | 'emphasis' | 'strike';

/** A run of `*`, `_` or `~`; whatever of it matches nothing is text. */
export type Run = {
  readonly kind: 'run';
  readonly at: number;
  readonly letter: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  left: number;
  /** Wrappers that end here, innermost first. */
  readonly ends: Wrapper[];
  /** Wrappers that begin here, innermost first. */
  readonly begins: Wrapper[];
  previous: Run | null;
  next: Run | null;
};

/** A `[` or `![`; with a target once its `]` was found and an address followed. */
export type Bracket = {
  readonly kind: 'bracket';
  readonly isImage: boolean;
  /** Where the text after it begins in the source. */
  readonly start: number;
  /** The last run before it. */
  readonly runBefore: Run | null;
  hasBracketInside: boolean;
  target: Target | null;
  /** Where the source after its address begins; as long as it has no target, nowhere. */
  end: number;
};

export type Target =
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'figure'; readonly evidenceId: string }
  | { readonly type: 'other-image'; readonly address: string };

/** The flat sequence that a paragraph's text is cut into. */
export type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'address'; readonly href: string; readonly text: string }
  | { readonly kind: 'end'; readonly bracket: Bracket }
  | Bracket
  | Run;
