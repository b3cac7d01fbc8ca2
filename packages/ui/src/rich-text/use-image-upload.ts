import { type RefObject, useRef, useState } from 'react';
import { useStrings } from '../strings.ts';
import { applyEdit } from './apply-edit.ts';
import { insertBlock, movePosition } from './edit-text.ts';

/** What becomes of a pasted image. */
export type PastedImage = { readonly id: string; readonly alt: string } | { readonly problem: string };

/** Hands images over and puts each at the place where it was pasted, wherever the typing has gone since. */
export function useImageUpload(
  field: RefObject<HTMLTextAreaElement | null>,
  upload: ((file: File) => Promise<PastedImage>) | undefined,
) {
  const strings = useStrings();
  const places = useRef(new Set<{ at: number }>());
  const lastText = useRef('');
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<{ readonly name: string; readonly reason: string } | null>(null);
  const [isAdded, setAdded] = useState(false);

  const followText = (text: string) => {
    for (const place of places.current) place.at = movePosition(place.at, lastText.current, text);
    lastText.current = text;
  };

  const put = (place: { at: number }, { id, alt }: { id: string; alt: string }) => {
    const textarea = field.current;
    if (!textarea) return;
    followText(textarea.value);
    const { value, selectionStart, selectionEnd } = textarea;
    const image = `![${alt.replace(/[[\]\\]/g, '\\$&')}](evidence:${id})`;
    const edit = insertBlock({ text: value, from: place.at, to: place.at }, image, '');
    const isElsewhere = selectionStart !== place.at || selectionEnd !== place.at;
    const end = place.at + edit.insert.length;
    const moved = (position: number) => (position >= place.at ? position + edit.insert.length : position);
    applyEdit(textarea, {
      ...edit,
      selectFrom: isElsewhere ? moved(selectionStart) : end,
      selectTo: isElsewhere ? moved(selectionEnd) : end,
    });
    lastText.current = textarea.value;
    place.at = end;
  };

  const addOne = async (file: File, place: { at: number }) => {
    if (!upload) return;
    const result = await upload(file).catch(() => ({ problem: strings.editor.uploadBroke }));
    if ('problem' in result) setProblem({ name: file.name, reason: result.problem });
    else {
      put(place, result);
      setAdded(true);
    }
  };

  /** Uploads the images among the files, in order; answers whether there were any. */
  const addFiles = (files: Iterable<File>): boolean => {
    const textarea = field.current;
    const images = [...files].filter((file) => file.type.startsWith('image/'));
    if (!upload || !textarea || images.length === 0) return false;
    if (places.current.size === 0) lastText.current = textarea.value;
    else followText(textarea.value);
    const place = { at: textarea.selectionEnd };
    places.current.add(place);
    setProblem(null);
    setAdded(false);
    setWaiting((count) => count + images.length);
    const inOrder = async () => {
      for (const file of images) {
        await addOne(file, place);
        setWaiting((count) => count - 1);
      }
      places.current.delete(place);
    };
    void inOrder();
    return true;
  };

  return { addFiles, followText, waiting, problem, isAdded, dismiss: () => setProblem(null) };
}
