/** A key, an address or a hash, in the fixed-width face. */
export function CodeText({
  children,
  boxed,
  muted,
}: {
  children: string;
  boxed?: boolean | undefined;
  muted?: boolean | undefined;
}) {
  return (
    <code className="ui-code" data-boxed={boxed ? '' : undefined} data-muted={muted ? '' : undefined}>
      {children}
    </code>
  );
}
