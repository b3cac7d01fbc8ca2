import type { Face } from '@sallyport/ui';

/** Where the photo of a person is, if there is one; another photo has another address. */
export function photoUrl({ id, photo }: { id: string; photo: string | null }): string | undefined {
  return photo ? `/files/photos/${id}?v=${photo}` : undefined;
}

/** A person as avatars show one. */
export function faceOf(person: { id: string; displayName: string; photo: string | null }): Face {
  return { id: person.id, name: person.displayName, src: photoUrl(person) };
}
