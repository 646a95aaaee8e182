/** Words of drafts and sources as text in HTML: whatever they hold, they stay words. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text for an element or for an attribute in double quotes. Control characters and halves of surrogate pairs, which HTML
 * does not allow, are shown as a mark; characters that turn the direction of writing, and would let a source show other
 * words than it holds, by their numbers.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[\p{Bidi_C}\u200B\u2060\uFEFF]/gu, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** The same on one line. */
export function escapedLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

/** An address that a reader may follow, or null: only the web's own, for an address of another kind may be a program. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s"'<>`\\]+$/i.test(url) ? escaped(url) : null;
}
