import { Cast } from './attribution/cast.ts';
import { EditedReader } from './attribution/edited.ts';
import { attributeTurns } from './attribution/hearing.ts';
import { type Paragraph, paragraphsOf } from './attribution/paragraph.ts';
import { layParts, STATED } from './attribution/parts.ts';
import { attributePost } from './attribution/posts.ts';
import type { CorpusDocument, Passage, PassageStanding } from './domain.ts';

/**
 * Whose words each passage of a document is, in the order of the passages: `stated`, `attributed` or `comment`, part by part,
 * with speaker, cue and flat denials. Parts divide the passage; only where a witness assents to (or denies) what a questioner
 * puts does a second part lie over the same words, with the witness as speaker. The speaker is the fullest name that the
 * document gives, or his description; null where nobody is named. `passages` are all passages of the document in reading order.
 */
export function attributeDocument(document: CorpusDocument, passages: readonly Passage[]): readonly PassageStanding[] {
  const standings = new Map<number, PassageStanding>();
  const paragraphs = paragraphsOf(passages);
  const voiceOf = (paragraph: Paragraph): string | undefined => paragraph.passages[0]?.block.voice;
  const turns = paragraphs.filter((paragraph) => voiceOf(paragraph) === 'turn');
  for (const [id, standing] of attributeTurns(turns)) standings.set(id, standing);
  const rest = paragraphs.filter((paragraph) => voiceOf(paragraph) !== 'turn');
  const spoken = rest.filter((paragraph) => paragraph.passages[0]?.block.kind !== 'stage-direction');
  const cast = new Cast(spoken.map((paragraph) => paragraph.text));
  new EditedReader(document, rest, cast, standings).read();
  for (const paragraph of rest) if (voiceOf(paragraph) !== 'document') attributePost(paragraph, cast, standings);
  return passages.map((passage) => standings.get(passage.id) ?? whole(passage));
}

function whole(passage: Passage): PassageStanding {
  return { standing: 'stated', speaker: null, parts: layParts(passage.text.length, STATED, []) };
}
