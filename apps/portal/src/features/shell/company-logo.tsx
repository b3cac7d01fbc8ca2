import { useState } from 'react';

/** The client's own logo beside its name; nothing where it has none or it does not come. */
export function CompanyLogo() {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      alt=""
      width={28}
      height={28}
      className="size-7 shrink-0 rounded-md border border-border-soft bg-white object-contain"
      src="/files/logo"
      onError={() => setMissing(true)}
    />
  );
}
