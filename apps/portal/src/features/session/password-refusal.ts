import { errorDataOf, FieldError } from '@sallyport/forms';

/** A password that the server refused is an error of its field, whatever way the server said it. */
export function showPasswordRefusal(error: unknown, field: string): never {
  const data = errorDataOf(error);
  if (data?.code === 'PASSWORD_REFUSED' && !data.fields?.length)
    throw new FieldError(field, data.userMessage);
  throw error;
}
