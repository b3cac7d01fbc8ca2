import { MAIL_PORT, type MailAuthentication, type MailSecurity } from '@sallyport/contracts/staff';
import { type FormControl, PasswordField, TextField } from '@sallyport/forms';
import { Card, Field, Segmented, TextInput } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { MailValues } from './mail-values.ts';

const t = strings.mail;
const SECURITIES = ['STARTTLS', 'TLS', 'NONE'] as const satisfies readonly MailSecurity[];
const WAYS = ['PASSWORD', 'XOAUTH2', 'NONE'] as const satisfies readonly MailAuthentication[];

/** Everything that is typed about the server and the sender. */
export function MailServerFields({ form, hasSecret }: { form: FormControl<MailValues>; hasSecret: boolean }) {
  const { security, authentication, port } = form.values;
  const protect = (next: MailSecurity) => {
    // The usual port follows, unless somebody chose another.
    if (port === String(MAIL_PORT[security])) form.set('port', String(MAIL_PORT[next]));
    form.set('security', next);
  };
  return (
    <>
      <Card title={t.server} padded>
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
            <TextField form={form} name="host" label={t.host} help={t.hostHelp} autoComplete="off" />
            <Field label={t.port} error={form.errors['port']}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  autoComplete="off"
                  value={port}
                  onChange={(event) => form.set('port', event.target.value)}
                />
              )}
            </Field>
          </div>
          <Choice label={t.security} help={t.securityHelp} error={form.errors['security']}>
            <Segmented
              label={t.security}
              value={security}
              onChange={protect}
              options={SECURITIES.map((value) => ({ value, label: t.securities[value] }))}
            />
          </Choice>
        </div>
      </Card>
      <Card title={t.signIn} padded>
        <div className="flex flex-col gap-4">
          <Choice label={t.authentication} error={form.errors['authentication']}>
            <Segmented
              label={t.authentication}
              value={authentication}
              onChange={(value) => form.set('authentication', value)}
              options={WAYS.map((value) => ({ value, label: t.authentications[value] }))}
            />
          </Choice>
          {authentication === 'NONE' ? null : (
            <TextField form={form} name="username" label={t.username} autoComplete="off" />
          )}
          {authentication === 'PASSWORD' ? (
            <PasswordField
              form={form}
              name="password"
              label={t.password}
              help={hasSecret ? t.passwordKept : t.passwordHelp}
              autoComplete="new-password"
            />
          ) : null}
          {authentication === 'XOAUTH2' ? <OauthFields form={form} hasSecret={hasSecret} /> : null}
        </div>
      </Card>
      <Card title={t.sender} padded>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            form={form}
            name="fromAddress"
            type="email"
            label={t.fromAddress}
            help={t.fromAddressHelp}
            autoComplete="off"
          />
          <TextField form={form} name="fromName" label={t.fromName} help={t.fromNameHelp} optional />
          <TextField
            form={form}
            name="replyTo"
            type="email"
            label={t.replyTo}
            help={t.replyToHelp}
            autoComplete="off"
            optional
          />
        </div>
      </Card>
    </>
  );
}

function OauthFields({ form, hasSecret }: { form: FormControl<MailValues>; hasSecret: boolean }) {
  const secrets = {
    ...form,
    // The schema speaks of them as one.
    errors: {
      ...form.errors,
      ...(form.errors['oauth.clientSecret'] ? { clientSecret: form.errors['oauth.clientSecret'] } : {}),
      ...(form.errors['oauth.refreshToken'] ? { refreshToken: form.errors['oauth.refreshToken'] } : {}),
    },
  };
  return (
    <>
      <TextField form={form} name="tokenUrl" label={t.tokenUrl} help={t.tokenUrlHelp} autoComplete="off" />
      <TextField form={form} name="clientId" label={t.clientId} autoComplete="off" />
      <PasswordField
        form={secrets}
        name="clientSecret"
        label={t.clientSecret}
        help={hasSecret ? t.passwordKept : t.passwordHelp}
        autoComplete="new-password"
      />
      <PasswordField form={secrets} name="refreshToken" label={t.refreshToken} autoComplete="new-password" />
    </>
  );
}

/** A few options with a visible label, and what is wrong with them. */
function Choice({
  label,
  help,
  error,
  children,
}: {
  label: string;
  help?: string;
  error?: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span className="font-medium" aria-hidden>
        {label}
      </span>
      {children}
      {help ? <p className="text-xs text-text-3">{help}</p> : null}
      {error ? (
        <p role="alert" className="text-xs text-danger-text">
          {error}
        </p>
      ) : null}
    </div>
  );
}
