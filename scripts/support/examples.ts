/** What the support weights are learned from: claims with passages that state them, and claims whose passages do not. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { loadLanguage } from '../../server/src/language.ts';
import { openProject } from '../../server/src/project/project.ts';
import { analyse } from '../../server/src/text/analyse.ts';
import { indexTerms } from '../../server/src/text/terms.ts';
import { assess } from '../../server/src/verify/assess.ts';
import { createEngine } from '../../server/src/verify/engine.ts';
import { attributionSpans } from '../../server/src/verify/judge.ts';
import { readSentence } from '../../server/src/verify/reading.ts';
import { retrieve } from '../../server/src/verify/retrieve.ts';
import { unitAround } from '../../server/src/verify/unit.ts';
import { seeded } from '../../test/support/mutate.ts';
import { withoutSentence } from '../../test/support/without.ts';
import { corpusOf } from '../quality/evidence-corpus.ts';

/** One claim: the features of the units that may state it, and whether it is stated. */
export interface Instance {
  readonly units: readonly (readonly number[])[];
  readonly positive: boolean;
  readonly weight: number;
}

/** How much a claim of each kind of set counts: few hand-written ones against thousands of short public ones. */
const WEIGHT = { gold: 3, claims: 0.4, hollow: 0.7 } as const;
/** A contradicted claim is no support either, but so near to it that it would drag the weights along. */
const CONTRADICTED = 0.5;
const UNITS = 8;
const JOINED = 0.03;
const LEAST_SCORE = 0.2;

const label = z.object({ text: z.string(), verdict: z.string(), kind: z.string() });
const item = z.object({ claim: z.string(), evidence: z.array(z.string()), label: z.enum(['supported', 'contradicted', 'unsupported']) });
const language = loadLanguage();

/** Claims of a gold folder (`labels.jsonl`, `seeds/`); quotations and what is not checked are left out. */
export async function fromGold(folder: string): Promise<readonly Instance[]> {
  const { corpus } = await openProject({ roots: [resolve(folder, 'seeds')] });
  return lines(resolve(folder, 'labels.jsonl'))
    .map((line) => label.parse(JSON.parse(line)))
    .filter((l) => ['supported', 'contradicted', 'unsupported'].includes(l.verdict) && l.kind !== 'quote' && !/["“‘]/.test(l.text))
    .map((l) => instance(plain(l.text), corpus, l.verdict, WEIGHT.gold));
}

/** Claims of a file in the form of quality:claims, one in `step`. */
export function fromClaims(file: string, step: number): readonly Instance[] {
  return lines(file)
    .filter((_, i) => i % step === 0)
    .map((line) => item.parse(JSON.parse(line)))
    .map((c) => instance(c.claim, corpusOf(c.evidence), c.label, WEIGHT.claims));
}

/** Sentences of a folder of sources, each held against the folder without it: what seems to state them is hollow. */
export async function fromSources(folder: string, count: number): Promise<readonly Instance[]> {
  const { corpus } = await openProject({ roots: [resolve(folder)] });
  const random = seeded(11);
  return [...corpus.documents.keys()]
    .flatMap((key) => corpus.passagesOf(key))
    .filter((p) => p.text.length >= 40 && p.text.length <= 300 && !p.text.includes('?') && analyse(p.text).quotations.length === 0)
    .map((p) => ({ p, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .flatMap(({ p }) => {
      const sentence = parseDraft('/draft.md', p.text).sentences[0];
      if (sentence === undefined || sentence.text.length < p.text.length * 0.7) return [];
      return [instance(sentence.text, withoutSentence(corpus, p.id, indexTerms), 'unsupported', WEIGHT.hollow)];
    });
}

function instance(text: string, corpus: Corpus, verdict: string, weight: number): Instance {
  const engine = createEngine(corpus, language);
  const analysis = analyse(text);
  const predicates = language.predicates(analysis);
  const claim = readSentence(analysis, predicates, attributionSpans(analysis, predicates));
  const found: { readonly features: readonly number[]; readonly rank: number }[] = [];
  for (const hit of retrieve(claim, null, [], corpus, language.lexicon))
    for (const neighbours of ['none', 'before', 'after', 'both', 'wide'] as const) {
      const unit = unitAround(corpus, engine.passages, hit.id, neighbours);
      if (unit === null || (neighbours !== 'none' && unit.members.length === 1)) continue;
      const { score, features } = assess({ claim, within: null, antecedents: [] }, unit, engine.tools);
      if (neighbours === 'none' && score < LEAST_SCORE) break;
      if (features !== null) found.push({ features, rank: score - JOINED * unit.members.length });
    }
  found.sort((a, b) => b.rank - a.rank);
  return {
    units: found.slice(0, UNITS).map((f) => f.features),
    positive: verdict === 'supported',
    weight: weight * (verdict === 'contradicted' ? CONTRADICTED : 1),
  };
}

/** A labelled sentence as the reader sees it: no links, no marks. */
function plain(text: string): string {
  return text
    .replace(/\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]|[*_]/g, '')
    .replace(/\s*\(\s*\)/g, '')
    .replace(/ +([.,])/g, '$1');
}

function lines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}
