import { CopyField, formatExact, Notice, useStrings } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.companies.invite;

/** A customer's link, shown once, with what to do with it and when it ends. */
export function CustomerLink({ link, endsAt }: { link: string | null; endsAt: string }) {
  const { locale } = useStrings();
  if (link === null)
    return (
      <Notice tone="accent" icon="mail">
        {t.linkMailed}
      </Notice>
    );
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="accent" icon="shield-check">
        {t.linkBody}
      </Notice>
      <CopyField label={t.link} value={link} help={t.linkEnds(formatExact(endsAt, locale))} />
    </div>
  );
}
