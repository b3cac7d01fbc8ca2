export { errorDataOf, hasCode } from './api-error.ts';
export { ConfirmIdentityForm } from './confirm-identity-form.tsx';
export { requestConfirmation, useConfirmRequest } from './confirm-request.ts';
export { clearAllDrafts, clearDraft, readDraft, writeDraft } from './drafts.ts';
export { FieldError } from './field-error.ts';
export { AreaField, DateField, PasswordField, TextField } from './form-fields.tsx';
export { NewPasswordField } from './new-password-field.tsx';
export { dropSecret, takeSecret } from './one-time-secret.ts';
export { type FormControl, useForm } from './use-form.ts';
