/**
 * What one publication has somebody tell, and another denies in its own words: "they waved it through" in one, "it has been said that
 * the authority agreed to it; it did not" in the next. The claim may have words of neither; the telling that supports it has more, and
 * the denial is looked for by those.
 */
import { contains, overlap, type Span } from '../text/span.ts';
import { answersTo } from './answered.ts';
import { type Assessment, assess } from './assess.ts';
import { akin, deniesIt } from './denials.ts';
import type { Engine } from './engine.ts';
import type { Reading } from './reading.ts';
import { retrieve } from './retrieve.ts';
import { isQuestion, type Unit, unitAround } from './unit.ts';

/** Passages that are read for one telling. */
const MOST = 12;
/** Least share of the words of another telling that this one must have, and how many at least. */
const ALIKE = { share: 0.6, words: 3 } as const;

/** Passages of other documents that deny what the telling says, held against it. */
export function deniedElsewhere(telling: Assessment, engine: Engine): readonly Assessment[] {
  const { passage, reading } = telling.unit.core;
  const asked = { claim: reading, within: null, antecedents: [] };
  return retrieve(reading, null, [], engine.corpus, engine.language.lexicon)
    .slice(0, MOST)
    .flatMap(({ id }): readonly Assessment[] => {
      if (engine.corpus.passage(id)?.citekey === passage.citekey) return [];
      const unit = unitAround(engine.corpus, engine.passages, id, 'none');
      if (unit === null || unit.standing.standing !== 'attributed' || isQuestion(unit.core)) return [];
      const found = assess(asked, unit, engine.tools);
      if (deniesIt(found, reading, engine.language.lexicon) && deniesTheAct(unit, reading, engine)) return [found];
      if (!tellsTheSame(unit, reading, engine)) return [];
      return answersTo(found, reading, engine).map((answer) => assess(asked, answer, engine.tools));
    });
}

/** Whether what is denied is what the telling tells, and not a thing within it: who "was found guilty of forging it" may deny forging it. */
function deniesTheAct(unit: Unit, telling: Reading, { language }: Engine): boolean {
  const denied = unit.standing.parts.filter((p) => p.denied).map((p) => p.span);
  const [act] = actsIn(unit.core.reading, denied);
  const [told] = actsIn(telling, [{ start: 0, end: telling.analysis.text.length }]);
  return act !== undefined && told !== undefined && (act === told || akin(language.lexicon, act, told));
}

/** Stems of the verbs that stand in the spans and report nothing, first first. */
function actsIn({ analysis, predicates }: Reading, spans: readonly Span<'text'>[]): readonly string[] {
  return predicates
    .filter(
      (p) => p.voice !== 'nominal' && spans.some((s) => contains(s, p.span)) && !analysis.reporting.some((r) => overlap(r.cue, p.span) > 0),
    )
    .flatMap((p) => analysis.tokens[p.head]?.stem ?? []);
}

function tellsTheSame({ core }: Unit, telling: Reading, { language }: Engine): boolean {
  const cues = core.reading.analysis.reporting.map((r) => r.cue);
  const words = core.reading.words.filter((w) => !cues.some((c) => w.token.start >= c.start && w.token.end <= c.end));
  const shared = words.filter((w) =>
    telling.words.some((mine) => mine.token.stem === w.token.stem || akin(language.lexicon, mine.token.stem, w.token.stem)),
  );
  return shared.length >= ALIKE.words && shared.length >= words.length * ALIKE.share;
}
