import type { MailAuthentication, MailSecurity } from '@sallyport/contracts/staff';
import type { Outputs } from '../../lib/trpc.ts';

export type MailSettings = Outputs['mailSettings']['get'];

export interface MailValues {
  host: string;
  port: string;
  security: MailSecurity;
  authentication: MailAuthentication;
  username: string;
  password: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  fromAddress: string;
  fromName: string;
  replyTo: string;
}

/** What the form begins with; secrets are never known here. */
export function mailValues(settings: MailSettings): MailValues {
  const { host, port, security, authentication, username, tokenUrl, clientId } = settings;
  const { fromAddress, fromName, replyTo } = settings;
  const server = { host, port: String(port), security, authentication, username, tokenUrl, clientId };
  return { ...server, password: '', clientSecret: '', refreshToken: '', fromAddress, fromName, replyTo };
}

/** What is sent: fields that do not belong to the way of signing in are left out, empty secrets keep what is stored. */
export function mailInput(values: MailValues, version: number): Record<string, unknown> {
  const { password, clientSecret, refreshToken, tokenUrl, clientId, username, port, ...rest } = values;
  const { authentication } = values;
  const isOauth = authentication === 'XOAUTH2';
  const hasOauth = isOauth && (clientSecret !== '' || refreshToken !== '');
  return {
    ...rest,
    version,
    port: port.trim() === '' ? Number.NaN : Number(port),
    username: authentication === 'NONE' ? '' : username,
    password: authentication === 'PASSWORD' && password !== '' ? password : null,
    tokenUrl: isOauth ? tokenUrl : '',
    clientId: isOauth ? clientId : '',
    oauth: hasOauth ? { clientSecret, refreshToken } : null,
  };
}
