/** The mark: one door filled, one drawn. */
export function Mark({ size = 22 }: { size?: number | undefined }) {
  return (
    <svg className="ui-mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 21V9a4 4 0 0 1 8 0v12Z" fill="currentColor" />
      <path
        d="M14 20V9a3 3 0 0 1 6 0v11Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The mark with the product's name, and the firm's below it where given. */
export function Wordmark({ firmName }: { firmName?: string | undefined }) {
  return (
    <span className="ui-wordmark">
      <Mark />
      <span className="ui-wordmark-text">
        <b>Sallyport</b>
        {firmName ? <small>{firmName}</small> : null}
      </span>
    </span>
  );
}
