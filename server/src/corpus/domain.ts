/**
 * The corpus as values: sources (files) hold documents (publications), documents hold blocks (paragraphs, posts, turns,
 * timeline entries), blocks hold passages (sentences). Whatever finds them, a person's corpus.json or the program's own
 * reading of the layout, fills these types and nothing else.
 */
import type { Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { DateMention, PartialDate } from '../text/types.ts';

/** A place in the text of a source, as read: UTF-16 offsets, 0-based. */
export type SourceSpan = Span<'source'>;

export type DocumentKind = 'report' | 'news' | 'academic' | 'guidance' | 'blog' | 'comments' | 'forum' | 'transcript';

/** Something a person should know of a source: it was left out, or read with doubt. Line is 1-based, null for the whole file. */
export interface SourceProblem {
  readonly source: string;
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
  /** The file may never have been meant as a source: it is worth telling, but nothing is missing for certain. */
  readonly passedOver?: true;
}

/** How offsets of extracted text lead back to a place a person can open; plain text needs none. */
export interface PlaceMark {
  readonly start: number;
  readonly page?: number;
  readonly paragraph?: number;
  /** Offset in the original file, where that is text itself (HTML, mail, subtitles, lists of posts). */
  readonly origin?: number;
  /** Line and character of `origin` in the original file. */
  readonly position?: Position;
}

/** One file of the corpus. `id` is its path below the corpus root, with forward slashes. */
export interface Source {
  readonly id: string;
  /** Absolute path with forward slashes; the engine only compares it, to see where a citation leads. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
  readonly format: 'text' | 'markdown' | 'rst' | 'html' | 'pdf' | 'docx' | 'subtitles' | 'email' | 'posts';
  readonly places: readonly PlaceMark[];
}

/**
 * A run of text that belongs together. `voice` says whose words it is made of: the document's own, a poster's (comment or
 * forum post), a speaker's turn in a transcript, or words quoted from another poster inside a post.
 */
export interface Block {
  readonly kind: 'paragraph' | 'list-item' | 'timeline-entry' | 'post' | 'turn' | 'heading' | 'reference' | 'footnote' | 'stage-direction';
  readonly span: SourceSpan;
  readonly voice: 'document' | 'poster' | 'turn' | 'quoted-poster';
  /** The poster or the speaker of the turn; null where the document itself speaks. */
  readonly speaker: string | null;
  /** In a hearing: who asks and who answers. */
  readonly turnRole: 'questioner' | 'witness' | 'chair' | null;
  /** The date that holds for the block (a timeline entry's, a post's), or null. */
  readonly date: PartialDate | null;
}

/** One publication. Title, byline and post headers describe it; they are no blocks unless they are headings worth showing. */
export interface CorpusDocument {
  readonly citekey: string;
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: PartialDate | null;
  readonly kind: DocumentKind;
  readonly url: string | null;
  /** Citekey of the article that a comment thread belongs to. */
  readonly parent: string | null;
  /** The parts of the file that are the document, in order. */
  readonly ranges: readonly SourceSpan[];
  readonly blocks: readonly Block[];
}

/** A loaded source with what was found in it; furniture is every stretch that is never evidence. */
export interface StructuredSource {
  readonly source: Source;
  readonly documents: readonly CorpusDocument[];
  readonly furniture: readonly SourceSpan[];
  readonly problems: readonly SourceProblem[];
}

/**
 * One sentence of a document. `id` is unique in a corpus and stable while its file is unchanged; `before` and `after`
 * are its neighbours in the same document, null at its ends.
 */
export interface Passage {
  readonly id: number;
  readonly source: string;
  readonly citekey: string;
  readonly span: SourceSpan;
  readonly text: string;
  readonly block: Block;
  /** Ordinal of the block within its document. */
  readonly blockIndex: number;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * A day that words of a passage mean, as far as it can be known: as they say it, with the year that what stands above them
 * gives, or counted from another day ("the following day").
 */
export interface EventDate {
  /** Counts in the passage's text. */
  readonly span: Span<'text'>;
  readonly date: PartialDate;
  readonly to: PartialDate | null;
  readonly relation: DateMention['relation'];
  readonly by: 'words' | 'year' | 'count';
}

export type StandingKind = 'stated' | 'attributed' | 'comment';

/** Whose words a stretch of a passage is. Spans count in the passage's text. */
export interface StandingPart {
  readonly span: Span<'text'>;
  readonly standing: StandingKind;
  /** Name or description as the corpus gives it ("anonymous Ofsted inspector"); null for unnamed sources. */
  readonly speaker: string | null;
  /** The words that attribute, where they stand in this passage. */
  readonly cue: string | null;
  /** A flat denial: the speaker denies what the part says. */
  readonly denied: boolean;
}

/**
 * Standing of a whole passage, and part by part. A passage that is itself a report ("X, who …, said …") has the report's
 * standing; any other has that of the part with most words. Parts divide the passage, but for hearings: where a witness
 * assents to (or, `denied`, rejects) what a questioner puts, a second part lies over the same words with the witness as speaker.
 */
export interface PassageStanding {
  readonly standing: StandingKind;
  /**
   * Of a question in a hearing: whether the witness assents to what it puts, says that it is not so, or neither (it then
   * states nothing). Null, or missing, of all that is no question.
   */
  readonly answer?: 'yes' | 'no' | 'open' | null;
  readonly speaker: string | null;
  readonly parts: readonly StandingPart[];
}

/** A person, body or role, with every form the corpus uses for it. */
export interface Entity {
  readonly id: number;
  /** The fullest form. */
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'place' | 'role' | 'unknown';
  readonly aliases: readonly string[];
  /** Descriptions that the corpus gives ("executive producer", "the paediatrician"), lower case. */
  readonly roles: readonly string[];
}

/** Answers whether two ways of naming may mean the same person or body. */
export interface Gazetteer {
  readonly entities: readonly Entity[];
  /** Entities that `name` (as written, without possessive) may mean, best first; empty when unknown. */
  lookup(name: string): readonly Entity[];
  /** `same` when both surely mean one entity, `different` when they surely do not, else `unsure`. */
  compare(a: string, b: string): 'same' | 'different' | 'unsure';
}
