import { getDocumentProxy } from 'unpdf';

export type ReadPdf = Readonly<{
  /** The text of each page, the pieces of a line put together as they stand. */
  pages: readonly string[];
  info: Readonly<Record<string, unknown>>;
  language: unknown;
  isTagged: boolean;
  bookmarks: readonly string[];
  /** Addresses that links lead to, and how many lead within the document. */
  addresses: readonly string[];
  innerLinks: number;
  /** Roles of the structure tree of each page, in order. */
  roles: readonly (readonly string[])[];
}>;

/** Roles of a node and of all below it; what is content and no element has none. */
function rolesOf(node: object | null): string[] {
  if (node === null || !('role' in node)) return [];
  const below: unknown = Reflect.get(node, 'children');
  return [String(node.role), ...(Array.isArray(below) ? below.flatMap((each) => rolesOf(Object(each))) : [])];
}

type Bookmark = Readonly<{ title: string; items: readonly Bookmark[] }>;
const titlesOf = (items: readonly Bookmark[]): string[] =>
  items.flatMap((item) => [item.title, ...titlesOf(item.items)]);

/** Reads a PDF as a viewer would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[] = [];
  const roles: string[][] = [];
  const addresses: string[] = [];
  let innerLinks = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    roles.push(rolesOf(await page.getStructTree()));
    for (const annotation of await page.getAnnotations()) {
      if (typeof annotation.url === 'string') addresses.push(annotation.url);
      else if (annotation.dest) innerLinks += 1;
    }
  }
  const { info } = await document.getMetadata();
  const outline: readonly Bookmark[] = (await document.getOutline()) ?? [];
  const mark = await document.getMarkInfo();
  const result: ReadPdf = {
    pages,
    info: { ...info },
    language: Reflect.get(info, 'Language'),
    isTagged: Reflect.get(Object(mark), 'Marked') === true,
    bookmarks: titlesOf(outline),
    addresses,
    innerLinks,
    roles,
  };
  await document.cleanup();
  return result;
}

/** Text without white space: where a line ends is the typesetter's business. */
export const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
