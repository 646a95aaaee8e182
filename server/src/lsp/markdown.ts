/**
 * Markdown for hovers. What a source or a draft says is untrusted: it is escaped so that it shows as it is written and
 * can neither mark itself up nor become a link, an image or HTML.
 */

/** ASCII punctuation that Markdown (with GFM) gives a meaning to somewhere; a backslash takes it away. */
const MEANINGFUL = /[\\`*_{}[\]()#+\-.!|~<>&$^=:@"'/]/g;
/** Characters of control are shown as unknown; those that are not seen, or turn the direction of writing, are left out. */
const CONTROL = /\p{Cc}/gu;
const UNSEEN = /\p{Cf}/gu;

/** `text` as running Markdown that shows exactly its words, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROL, '\ufffd').replace(UNSEEN, '').trim().replace(MEANINGFUL, '\\$&');
}

/** A link whose label is escaped and whose address cannot end early. */
export function markdownLink(label: string, uri: string): string {
  const address = uri.replace(/[\s<>()\\"'`|[\]]/g, (mark) => encodeURIComponent(mark).replace(/[()']/g, percent));
  return `[${escapeMarkdown(label)}](${address})`;
}

/** A block quotation of one paragraph. */
export function markdownQuote(escaped: string): string {
  return `> ${escaped}`;
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
