/** The heading of a screen whose name already stands in the breadcrumb. */
export function PageHeading({ children }: { children: string }) {
  return <h1 className="sr-only">{children}</h1>;
}
