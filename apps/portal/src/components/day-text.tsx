import { useStrings } from '@sallyport/ui';
import { daySpan } from '../lib/days.ts';
import { strings } from '../strings/strings.ts';

/** When a project is tested: "3–28 Nov 2025"; one day alone says which end it is. */
export function TestDays({ project }: { project: { testStart: string | null; testEnd: string | null } }) {
  const { locale } = useStrings();
  const { testStart, testEnd } = project;
  const days = daySpan(testStart, testEnd, locale);
  const t = strings.projects;
  if (days === null) return <>{t.noDates}</>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {testEnd === null ? t.from(days) : testStart === null ? t.until(days) : days}
    </span>
  );
}
