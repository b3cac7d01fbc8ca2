import { Avatar } from '@sallyport/ui';

/** A company's logo, or its initials until it has one. The name stands beside it. */
export function CompanyMark({
  company,
  size = 20,
  version,
}: {
  company: { id: string; name: string; hasLogo: boolean };
  size?: 20 | 24 | 36 | 48;
  /** Asks for the logo again after it changed. */
  version?: number | undefined;
}) {
  if (!company.hasLogo) return <Avatar square decorative id={company.id} name={company.name} size={size} />;
  return (
    <img
      alt=""
      width={size}
      height={size}
      className="shrink-0 rounded-md border border-border-soft bg-white object-contain"
      style={{ width: size, height: size }}
      src={`/files/logos/${company.id}${version === undefined ? '' : `?v=${version}`}`}
    />
  );
}
