import type { PasskeyOptions, PasskeyResponse } from '@sallyport/contracts/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';

/** Loaded when a passkey is asked for, not before: most people come with a password. */
const library = () => import('@simplewebauthn/browser');

/** Why no passkey came: turned back or timed out, there is one here already, this browser has none, or something else. */
type PasskeyFailure = 'cancelled' | 'exists' | 'unsupported' | 'failed';

/** What a door says when no passkey came. */
export type PasskeyProblemWords = Readonly<Record<PasskeyFailure, string>>;

class PasskeyProblem extends Error {
  override readonly name = 'PasskeyProblem';

  constructor(readonly failure: PasskeyFailure) {
    super(failure);
  }
}

/** True where the browser knows passkeys at all. */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Why no passkey came, in the door's words; null when the error is about something else. */
export function passkeyProblemOf(error: unknown, words: PasskeyProblemWords): string | null {
  return error instanceof PasskeyProblem ? words[error.failure] : null;
}

/**
 * Asks for a touch of one of the person's passkeys.
 * @throws PasskeyProblem when none came
 */
export function touchPasskey(options: PasskeyOptions): Promise<PasskeyResponse> {
  return ask(async ({ startAuthentication }) =>
    plain(await startAuthentication({ optionsJSON: requestOf(options) })),
  );
}

/**
 * Makes a passkey on this device or on a key.
 * @throws PasskeyProblem when none was made
 */
export function makePasskey(options: PasskeyOptions): Promise<PasskeyResponse> {
  return ask(async ({ startRegistration }) =>
    plain(
      await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
    ),
  );
}

/** Lists passkeys in the suggestions of the field for the name, where the browser can; null when none was picked. */
export async function offerPasskeys(
  getOptions: () => Promise<PasskeyOptions>,
): Promise<PasskeyResponse | null> {
  if (!canUsePasskeys()) return null;
  try {
    const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
    if (!(await browserSupportsWebAuthnAutofill())) return null;
    const optionsJSON = requestOf(await getOptions());
    return plain(await startAuthentication({ optionsJSON, useBrowserAutofill: true }));
  } catch {
    return null; // an offer that nobody took, or that a pressed button replaced
  }
}

/** Takes the offer back, when its field leaves the screen. */
export async function stopOfferingPasskeys(): Promise<void> {
  if (!canUsePasskeys()) return;
  const { WebAuthnAbortService } = await library();
  WebAuthnAbortService.cancelCeremony();
}

function requestOf(options: PasskeyOptions): PublicKeyCredentialRequestOptionsJSON {
  return options as unknown as PublicKeyCredentialRequestOptionsJSON;
}

function plain(response: AuthenticationResponseJSON | RegistrationResponseJSON): PasskeyResponse {
  return { ...response, response: { ...response.response } };
}

async function ask<Answer>(
  run: (loaded: Awaited<ReturnType<typeof library>>) => Promise<Answer>,
): Promise<Answer> {
  if (!canUsePasskeys()) throw new PasskeyProblem('unsupported');
  try {
    return await run(await library());
  } catch (error) {
    throw new PasskeyProblem(failureOf(error));
  }
}

function failureOf(error: unknown): PasskeyFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'InvalidStateError') return 'exists';
  return 'failed';
}
