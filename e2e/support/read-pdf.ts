import { getDocumentProxy } from 'unpdf';

/** What a viewer finds in a PDF. */
export interface ReadPdf {
  /** The text of each page. */
  pages: readonly string[];
  title: unknown;
  language: unknown;
  /** Says that it is tagged, as the standards for accessible documents want. */
  isMarked: boolean;
  /** Kinds of elements in the structure trees of all pages. */
  roles: ReadonlySet<string>;
  /** What the bookmarks say, all levels. */
  bookmarks: readonly string[];
  /** Addresses that links lead to. */
  addresses: readonly string[];
  /** Links to a place in the document itself. */
  innerLinks: number;
  /** Pictures drawn as pixels. */
  images: number;
}

interface Bookmark {
  title: string;
  items: readonly Bookmark[];
}

/** Opens a PDF and reads it back. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[] = [];
  const addresses: string[] = [];
  const roles = new Set<string>();
  let innerLinks = 0;
  let images = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    noteRoles(await page.getStructTree(), roles);
    for (const { url, dest } of await page.getAnnotations()) {
      if (typeof url === 'string') addresses.push(url);
      else if (dest) innerLinks += 1;
    }
    const { fnArray } = await page.getOperatorList();
    images += fnArray.filter((operation: number) => DRAWS_PIXELS.has(operation)).length;
  }
  const { info } = await document.getMetadata();
  const outline: readonly Bookmark[] = (await document.getOutline()) ?? [];
  const mark = await document.getMarkInfo();
  const read = {
    pages,
    title: Reflect.get(info, 'Title'),
    language: Reflect.get(info, 'Language'),
    isMarked: Reflect.get(Object(mark), 'Marked') === true,
    roles,
    bookmarks: titlesOf(outline),
    addresses,
    innerLinks,
    images,
  };
  await document.cleanup();
  return read;
}

/** PDF.js, OPS: paintImageXObject, paintInlineImageXObject. */
const DRAWS_PIXELS: ReadonlySet<number> = new Set([85, 86]);

function noteRoles(node: object | null, roles: Set<string>): void {
  if (node === null || !('role' in node)) return;
  roles.add(String(node.role));
  const below: unknown = Reflect.get(node, 'children');
  if (Array.isArray(below)) for (const child of below) noteRoles(Object(child), roles);
}

function titlesOf(items: readonly Bookmark[]): string[] {
  return items.flatMap((item) => [item.title, ...titlesOf(item.items)]);
}

/** Text without white space: where a line ends is the typesetter's business. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
