/** A picture of demo/images, shown where a text says `[[its file without the ending]]`. */
export interface SampleImage {
  file: string;
  caption: string;
  /** For people who do not see it. */
  alt: string;
}

/** A finding as its author would write it. Markdown in the four texts. */
export interface SampleFinding {
  title: string;
  /** CVSS 3.1 or 4.0; the server rates by it. Null: the author rated it Informational. */
  vector: string | null;
  cwe: readonly number[];
  cve?: readonly string[];
  links?: readonly string[];
  description: string;
  impact: string;
  steps: string;
  recommendation: string;
  /** One target a line; a note after " # ". */
  instances: readonly string[];
  images?: readonly SampleImage[];
  /** Published before the project is completed. */
  isPublishedEarly?: boolean;
}
