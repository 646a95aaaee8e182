/** Question and answer in a hearing: what counsel puts and the witness agrees to is the witness's too. */
import type { Corpus } from '../../corpus/corpus.ts';
import { identityOf } from './identity.ts';

const READS = /["“”‘]|\b(?:you (?:say|said|wrote|write|state|stated|told|recall|describe)|statement|paragraph)\b/i;
/** A turn of examination is seldom longer than this many sentences. */
const REACH = 40;

/** Whether the passage is put to the person of that name, who may have agreed to what it says, or set it right. */
export function mayHaveAgreed(name: string, passage: number, corpus: Corpus): boolean {
  return (isAsked(passage, corpus) || isAnswered(passage, corpus)) && isNeighbour(name, passage, corpus);
}

const ANSWER = /^(?:(?:oh|well|sorry),? )*(?:yes|no|none|never|not|right|correct|that['’]s|that is|absolutely|indeed|exactly|agreed)\b/i;

/** A statement that the next turn answers: "There were three on duty." "No, two." */
function isAnswered(passage: number, corpus: Corpus): boolean {
  const found = corpus.passage(passage);
  const next = found?.after == null ? null : corpus.passage(found.after);
  if (found?.block.voice !== 'turn' || found.block.turnRole === 'witness' || next?.block.voice !== 'turn') return false;
  return next.block.speaker !== found.block.speaker && ANSWER.test(next.text);
}

function isNeighbour(name: string, passage: number, corpus: Corpus): boolean {
  return adjoiningSpeakers(passage, corpus).some((speaker) => identityOf(name, speaker, corpus) !== 'different');
}

/** Whether counsel reads that person's own words out to them. */
export function isReadOut(name: string, passage: number, corpus: Corpus): boolean {
  const found = corpus.passage(passage);
  return (
    found?.block.voice === 'turn' && found.block.turnRole !== 'witness' && READS.test(found.text) && isNeighbour(name, passage, corpus)
  );
}

/** The witness to whom a question is put; null where the passage is no question. */
export function answers(passage: number, corpus: Corpus): string | null {
  if (!isAsked(passage, corpus)) return null;
  return adjoiningSpeakers(passage, corpus).at(-1) ?? null;
}

/** A questioner's turn; in a hearing whose roles are not known, a question. */
function isAsked(passage: number, corpus: Corpus): boolean {
  const found = corpus.passage(passage);
  if (found === null || found.block.voice !== 'turn') return false;
  return found.block.turnRole === null ? /\?["”’]?\s*$/.test(found.text) : found.block.turnRole === 'questioner';
}

/** The speakers of the turns before and after a passage's own. */
function adjoiningSpeakers(id: number, corpus: Corpus): readonly string[] {
  const core = corpus.passage(id);
  const found: string[] = [];
  for (const side of ['before', 'after'] as const) {
    let at = core?.[side] ?? null;
    for (let step = 0; step < REACH && at !== null; step++) {
      const passage = corpus.passage(at);
      if (passage === null) break;
      if (passage.block.voice === 'turn' && passage.block.speaker !== core?.block.speaker) {
        if (passage.block.speaker !== null) found.push(passage.block.speaker);
        break;
      }
      at = passage[side];
    }
  }
  return found;
}
