import { english } from './english.ts';

type Widen<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => infer Result
    ? (...args: Args) => Widen<Result>
    : { readonly [Key in keyof Value]: Widen<Value[Key]> };

/** The catalogue that a second language fills in: one more file like english.ts. */
export type Strings = Widen<typeof english>;

/** The words of the current language. */
export const strings: Strings = english;
