import type { Face } from '@sallyport/ui';

/** Oneself as avatars show one; another photo has another address. */
export function ownFace({
  id,
  displayName,
  photo,
}: {
  id: string;
  displayName: string;
  photo: string | null;
}): Face {
  return { id, name: displayName, src: photo ? `/files/photo?v=${photo}` : undefined };
}
