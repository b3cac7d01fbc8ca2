import { CopyField, formatExact, Notice, useStrings } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.users.link;

/** A link that is shown once, with what to do with it and when it ends. */
export function OneTimeLink({ link, endsAt }: { link: string | null; endsAt: string }) {
  const { locale } = useStrings();
  if (link === null)
    return (
      <Notice tone="accent" icon="mail">
        {t.mailed}
      </Notice>
    );
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="accent" icon="shield-check">
        {t.body}
      </Notice>
      <CopyField label={t.label} value={link} help={t.ends(formatExact(endsAt, locale))} />
    </div>
  );
}
