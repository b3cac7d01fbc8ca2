import { AuthLayout, Button, Field, Icon, OrDivider, PasswordInput, TextInput } from '../../src/index.ts';
import { StonemereLogo } from '../stonemere-logo.tsx';

/** The staff's sign-in. */
export function SignInPage() {
  return (
    <AuthLayout
      door="staff"
      firmName="Stonemere Security"
      title="Sign in"
      subtitle="Staff of Stonemere Security"
      footer={
        <>
          <span>
            Clients use the{' '}
            <a className="ui-link" href="#portal-sign-in">
              client portal
            </a>
          </span>
          <span>Sallyport 1.0</span>
        </>
      }
    >
      <Button size="xl" block icon="fingerprint">
        Continue with a passkey
      </Button>
      <OrDivider>or with your password</OrDivider>
      <form className="flex flex-col gap-4.5">
        <Field label="E-mail or username">
          {(ids) => (
            <TextInput {...ids} size="xl" autoComplete="username webauthn" defaultValue="ines.carvalho" />
          )}
        </Field>
        <Field
          label="Password"
          labelAction={
            <a className="ui-link" href="#sign-in">
              Forgot it?
            </a>
          }
        >
          {(ids) => <PasswordInput {...ids} size="xl" />}
        </Field>
        <Button size="xl" variant="primary" block className="mt-1">
          Sign in
        </Button>
      </form>
      <p className="mt-5 flex gap-1.5 text-xs text-text-3">
        <Icon name="shield-check" size={14} className="mt-0.5" />A second factor follows. Sign-ins are
        recorded.
      </p>
    </AuthLayout>
  );
}

/** The customers' sign-in. */
export function PortalSignInPage() {
  return (
    <AuthLayout
      door="portal"
      firmName="Stonemere"
      firmLogo={<StonemereLogo size={36} />}
      title="Client portal"
      subtitle="Your findings, reports and retests in one place."
      hint="No account yet? A colleague who manages access at your company, or your contact at Stonemere, can invite you."
      footer={
        <>
          Stonemere Security · <a href="#portal-sign-in">Privacy</a> · <a href="#portal-sign-in">Help</a>
        </>
      }
    >
      <form className="flex flex-col gap-5">
        <Field label="E-mail">
          {(ids) => (
            <TextInput
              {...ids}
              size="xl"
              type="email"
              autoComplete="username webauthn"
              defaultValue="ruth.abernathy@aldervale.example"
            />
          )}
        </Field>
        <Field
          label="Password"
          error={
            <>
              That e-mail and password do not match. Check both, or{' '}
              <a href="#portal-sign-in">choose a new password</a>.
            </>
          }
        >
          {(ids) => <PasswordInput {...ids} size="xl" defaultValue="not-the-password" />}
        </Field>
        <Button size="xl" variant="primary" block>
          Sign in
        </Button>
        <Button size="xl" block icon="fingerprint">
          Use a passkey
        </Button>
      </form>
    </AuthLayout>
  );
}
