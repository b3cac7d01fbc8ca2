/** A .nessus document around what stands inside its report. The first line inside is line 4. */
export function nessusReport(inside: string): string {
  return `<?xml version="1.0" ?>\n<NessusClientData_v2>\n<Report name="Test">\n${inside}\n</Report>\n</NessusClientData_v2>\n`;
}

/** One host with one item: attributes and elements replace or add to good ones. */
export function nessusItem(attributes: Readonly<Record<string, string | null>> = {}, inside = ''): string {
  const all: Readonly<Record<string, string | null>> = {
    port: '443',
    svc_name: 'www',
    protocol: 'tcp',
    severity: '2',
    pluginID: '900201',
    pluginName: 'Test Plugin',
    ...attributes,
  };
  const written = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}="${value}"`],
  );
  return `<ReportHost name="quay.example"><HostProperties><tag name="host-ip">192.0.2.50</tag></HostProperties>\n<ReportItem ${written.join(' ')}>${inside}</ReportItem>\n</ReportHost>`;
}
