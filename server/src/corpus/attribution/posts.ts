/** Comments and forum posts: the poster's words, except what a post puts in quotation marks and gives to a third person. */
import type { PassageStanding } from '../domain.ts';
import type { Cast } from './cast.ts';
import { type Paragraph, quotationsOf } from './paragraph.ts';
import { layParts, type Manner, type Piece, standingOf } from './parts.ts';
import { reportsIn } from './sentence-voice.ts';

export function attributePost(paragraph: Paragraph, cast: Cast, standings: Map<number, PassageStanding>): void {
  const poster = paragraph.passages[0]?.block.speaker ?? null;
  const own: Manner = { standing: 'comment', speaker: poster, cue: null, denied: false };
  const speakers = new Map<number, Manner>();
  const perPassage = paragraph.passages.map((passage, index) => {
    const quotations = quotationsOf(paragraph, index);
    if (quotations.length > 0) {
      for (const one of reportsIn(
        passage.text,
        quotations.map((each) => each.quotation),
      )) {
        const described = one.speaker === null ? null : passage.text.slice(one.speaker.start, one.speaker.end);
        if (described === null || /^(?:i|we|you|my|he|she|they|it|who|people|some|others)$/i.test(described)) continue;
        const speaker = cast.resolve(described);
        for (const { quotation, ordinal } of quotations) {
          const covered = one.content.some((span) => span.start <= quotation.inner.start && quotation.inner.start < span.end);
          if (covered && speaker !== null)
            speakers.set(ordinal, {
              standing: 'comment',
              speaker,
              cue: passage.text.slice(one.cue.start, one.cue.end),
              denied: one.act === 'deny',
            });
        }
      }
    }
    return { passage, quotations };
  });
  for (const { passage, quotations } of perPassage) {
    const pieces: Piece[] = [];
    for (const { quotation, ordinal } of quotations) {
      const manner = speakers.get(ordinal);
      if (manner !== undefined) pieces.push({ span: quotation.span, manner });
    }
    const parts = layParts(passage.text.length, own, pieces);
    standings.set(passage.id, standingOf(passage.text, parts, null));
  }
}
