import type { Visitor } from './visitor.ts';

/** Gives a visitor's browser an authenticator of its own, which keeps passkeys and answers every question with a touch. */
export async function giveAuthenticator({ page, context }: Visitor): Promise<void> {
  // What the browser would suggest in a field is for people; here a passkey comes when its button is pressed.
  await page.addInitScript(() => {
    window.PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
