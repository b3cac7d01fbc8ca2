import { Icon } from '@sallyport/ui';

/** A button that saves a file; the browser fetches it, not the router. */
export function DownloadLink({ href, label, name }: { href: string; label: string; name: string }) {
  return (
    <a className="ui-button" data-size="sm" data-variant="default" href={href} download="" aria-label={name}>
      <Icon name="download" size={14} />
      <span className="ui-button-text">{label}</span>
    </a>
  );
}
