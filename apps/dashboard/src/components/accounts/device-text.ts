import { deviceName } from '@sallyport/forms';
import { strings } from '../../strings/strings.ts';

/** A device in words: "Firefox on Linux". */
export function deviceText(userAgent: string | null): string {
  return deviceName(userAgent, strings.security.sessions.device);
}
