/** A draft of any length, made of the example drafts: hardly any sentence of running text stands there twice, so that each is judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the sentences of a further round begin with; it changes what they say in nothing that sources tell. */
const OPENINGS = [
  'Later',
  'In the end',
  'Once more',
  'By then',
  'Meanwhile',
  'Afterwards',
  'At last',
  'Even so',
  'For its part',
  'As it was',
];

/** Words that begin a sentence with a capital for no other reason. */
const LOWERED = new Set(
  'A After All An And As At Before Both But By During Each For From He Her His However If In It Its Later Many More Most No None Of On One Only Other Our She Since Some Such That The Their Then There These They This Those Three Two Under Until When Where While With'.split(
    ' ',
  ),
);

export function paragraphsOf(drafts: string): readonly string[] {
  return readdirSync(drafts)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(drafts, name), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split(/\n{2,}/),
    );
}

/** Drafts joined, again and again, cut at the paragraph that reaches the number of words. */
export function longDraft(drafts: string, wanted: number): string {
  const paragraphs = paragraphsOf(drafts);
  const kept: string[] = [];
  for (let i = 0, words = 0; words < wanted && paragraphs.length > 0; i++) {
    const own = another(paragraphs[i % paragraphs.length] ?? '', Math.floor(i / paragraphs.length));
    kept.push(own);
    words += countWords(own);
  }
  return `${kept.join('\n\n')}\n`;
}

/** The paragraph as it stands in a further round: every sentence of running text and of lists with an opening of that round. */
function another(paragraph: string, round: number): string {
  if (round === 0 || /^[#>[|`<]/.test(paragraph)) return paragraph;
  const opening = `${OPENINGS[(round - 1) % OPENINGS.length]}${' again'.repeat(Math.floor((round - 1) / OPENINGS.length))}`;
  return paragraph.replaceAll(
    /((?:^|\n)(?:\d+\. |[-*] )?|[a-z\])”’][.]”?(?:\[\^\w+\])? )([A-Z‘“][a-z]*)/g,
    (_, before: string, word: string) => `${before}${opening}, ${LOWERED.has(word) ? word.toLowerCase() : word}`,
  );
}

export function countWords(words: string): number {
  return words.split(/\s+/).filter((word) => word !== '').length;
}
