/** What a photo may weigh before it is encoded anew. */
export const PHOTO_BYTES = 5 * 1_048_576;
