import { useState } from 'react';
import {
  type EvidenceImage,
  Lightbox,
  MarkdownEditor,
  type PastedImage,
  RichTextView,
  ThemeToggle,
} from '../../src/index.ts';
import { Section } from '../sections/section.tsx';
import { EVERYTHING, FINDING, LONG } from '../texts.ts';

const SHOT = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="220"><rect width="640" height="220" fill="#16191d"/><g font-family="monospace" font-size="15" fill="#d5dbe0"><text x="20" y="40">HTTP/1.1 200 OK</text><text x="20" y="68">{"holder":"E. M▇▇▇▇▇▇","no":"▇▇▇▇▇▇2291"}</text></g></svg>`;
const SECOND = 1000;

/** One image exists; every other one is not for this reader. */
function evidence(id: string): EvidenceImage {
  if (!id.endsWith('ab')) return null;
  return {
    src: `data:image/svg+xml,${encodeURIComponent(SHOT)}`,
    alt: 'Reply of the server with another record',
  };
}

async function upload(file: File): Promise<PastedImage> {
  await new Promise((done) => setTimeout(done, SECOND));
  if (file.name.includes('large')) return { problem: 'It is larger than 10 MB.' };
  return { id: '0190b3c1-7c1e-7000-8000-0123456789ab', alt: file.name.replace(/\.\w+$/, '') };
}

/** Text as it is written and as it is read. */
export function TextPage() {
  const [description, setDescription] = useState(FINDING);
  const [empty, setEmpty] = useState('');
  const [broken, setBroken] = useState('Short.');
  const [large, setLarge] = useState<number | null>(null);
  const shots = [evidence('1ab'), evidence('2ab')].flatMap((image, index) =>
    image ? [{ ...image, caption: `Reply ${index + 1}` }] : [],
  );
  const opening = (id: string): EvidenceImage => {
    const image = evidence(id);
    return image && { ...image, onOpen: () => setLarge(0) };
  };
  return (
    <main className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-[1184px] gap-4 px-4 py-7 sm:px-10">
      <header className="flex items-center gap-2.5">
        <h1 className="mr-auto text-xl font-semibold">Text</h1>
        <ThemeToggle />
      </header>
      <Section title="Editor" note="Markdown with its preview; images are pasted, dropped or chosen.">
        <MarkdownEditor
          label="Description"
          help="What is wrong, where, and how it was found"
          value={description}
          onChange={setDescription}
          initialView="split"
          onPasteImage={upload}
          evidence={evidence}
        />
        <MarkdownEditor
          label="Impact"
          optional
          rows={4}
          value={empty}
          onChange={setEmpty}
          onPasteImage={upload}
          placeholder="What somebody could do with it"
          evidence={evidence}
        />
        <MarkdownEditor
          label="Remediation"
          rows={3}
          value={broken}
          onChange={setBroken}
          error="Say what to do, in at least one sentence"
        />
        <MarkdownEditor
          label="Notes"
          rows={2}
          value="Locked while **Tobias** writes."
          onChange={() => {}}
          readOnly
        />
      </Section>
      <Section title="Every block" note="Images open large; those that are not for this reader are left out.">
        <RichTextView text={EVERYTHING} evidence={opening} hideMissing />
        <Lightbox images={shots} index={large} onIndex={setLarge} />
      </Section>
      <Section title="A hard text" note="Long words, wide tables, deep lists.">
        <RichTextView text={LONG} evidence={evidence} />
      </Section>
    </main>
  );
}
