import { randomInt } from 'node:crypto';

/** Words that are part of no name in the sample. */
const WORDS =
  'amber anchor basket candle canyon cedar cobalt copper dahlia ember feather fennel garnet ginger harvest hazel island jigsaw juniper kettle lantern lemon linen maple marble meadow mosaic nutmeg olive orchid paper pepper pillow plum quartz quill ribbon saffron sail silver spruce teapot thimble timber tulip velvet violin walnut willow winter'.split(
    ' ',
  );

/** Four words and a number, another at every start: easy to type, and unknown to other programs of the machine. */
export function newPassword(): string {
  const words = Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)] ?? 'amber');
  return `${words.join('-')}-${randomInt(10, 100)}`;
}
