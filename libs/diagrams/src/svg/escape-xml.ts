/** Text for XML: signs of markup as entities, and nothing that XML 1.0 does not know. */
export function escapeXml(text: string): string {
  const known = [...text].filter((sign) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign)).join('');
  return known.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
