/** The sample firm's logo. */
export function StonemereLogo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path
        d="M9.5 3h9a3 3 0 0 1 2.5 1.3l4 6a3 3 0 0 1 .3 2.7l-3.7 10A3 3 0 0 1 18.8 25H9.2a3 3 0 0 1-2.8-2L2.7 13a3 3 0 0 1 .3-2.7l4-6A3 3 0 0 1 9.5 3Z"
        fill="var(--color-accent)"
      />
      <path
        d="M7 15.5c1.8-1.7 3.5-1.7 5.2 0s3.5 1.7 5.2 0 2.6-1.5 3.6-1M9.5 19.8c1.3-1.1 2.5-1.1 3.8 0s2.5 1.1 3.8 0"
        fill="none"
        stroke="var(--color-accent-on)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </svg>
  );
}
