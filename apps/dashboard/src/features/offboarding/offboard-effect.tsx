import { Icon, type IconName } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.offboarding;

/** What carrying it out comes to, before it is done. */
export function OffboardEffect({
  summary: { handed, left, open },
  groups,
  tokens,
  links,
  isOut,
}: {
  summary: { handed: number; left: number; open: number };
  groups: number;
  tokens: number;
  links: number;
  isOut: boolean;
}) {
  const lines: { icon: IconName; text: string; isOpen?: boolean }[] = [
    ...(open > 0 ? [{ icon: 'alert' as const, text: t.effectOpen(open), isOpen: true }] : []),
    ...(handed > 0 ? [{ icon: 'target' as const, text: t.effectHand(handed) }] : []),
    ...(left > 0 ? [{ icon: 'minus-circle' as const, text: t.effectLeft(left) }] : []),
    ...(groups > 0 ? [{ icon: 'layers' as const, text: t.effectGroups(groups) }] : []),
    ...(tokens > 0 ? [{ icon: 'terminal' as const, text: t.effectTokens(tokens) }] : []),
    ...(links > 0 ? [{ icon: 'link' as const, text: `${t.links(links)}. ${t.linksNote}` }] : []),
    { icon: isOut ? 'ban' : 'check-circle', text: isOut ? t.effectOut : t.effectStays },
  ];
  return (
    <ul className="ui-card flex flex-col gap-2 px-3.5 py-3" aria-live="polite">
      {lines.map(({ icon, text, isOpen }) => (
        <li key={text} className="flex items-start gap-2">
          <Icon
            name={icon}
            size={14}
            className={isOpen ? 'mt-0.5 shrink-0 text-caution-text' : 'mt-0.5 shrink-0 text-icon'}
          />
          <span className={isOpen ? 'font-medium' : undefined}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
