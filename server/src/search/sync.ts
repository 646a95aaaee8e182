/**
 * Brings the index on a server up to a corpus: only sources that changed are sent, and readers are told first, by another
 * token, that what they find meanwhile is not to be used. Whoever is ended on the way leaves a state that says so, and the
 * next writer clears up after him.
 */
import { createHash } from 'node:crypto';
import type { Corpus } from '../corpus/corpus.ts';
import type { StructuredSource } from '../corpus/domain.ts';
import { indexTerms } from '../text/terms.ts';
import type { Connection } from './connection.ts';
import { ServerIndex } from './server-index.ts';
import { readState, type State, writeState } from './state.ts';
import { textOf } from './terms.ts';
import { SearchTrouble } from './trouble.ts';
import type { Range, StateContent, StateSource } from './wire.ts';

export interface SyncOptions {
  /** Names the version of the program, which may cut passages otherwise than another. */
  readonly program: string;
  /** Names who writes: what he was ended at himself he goes on with at once. */
  readonly writer: string;
  /** Whether what differs is sent; where not, an index that differs is a trouble. */
  readonly mayWrite: boolean;
  /** `done` of `total` sources. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An index on a server that holds just the passages of a corpus. */
export interface SyncedIndex {
  readonly index: ServerIndex;
  /** As long as the index has this token, it is this one. */
  readonly token: string;
}

/** Passages sent together. */
const TOGETHER = 2000;
/** Passages read before others get their turn: some milliseconds of work. */
const SLICE = 200;
/** Milliseconds after which a writer says again that he is at work, and after which one that said nothing is taken to be gone. */
const SIGN = 10_000;
const GONE = 60_000;
/** Versions of the program that are remembered to have found the same words. */
const VERSIONS = 16;
/** Of two lists of sources that are one corpus at two times, this share of the shorter one stands in the other. */
const LEAST_COMMON = 0.5;
/** Ids left free after a writer who was ended, for what he may yet have sent. */
const GAP = 2 ** 32;

/** Rejects with SearchTrouble where the server does not hold the corpus and cannot be brought to, and with the reason of the signal. */
export async function synchronise(connection: Connection, prefix: string, corpus: Corpus, options: SyncOptions): Promise<SyncedIndex> {
  const plain = new ServerIndex(connection, prefix);
  if (!(await plain.exists())) {
    if (!options.mayWrite) throw new SearchTrouble('gone', 'the server has no such index any more');
    await plain.create();
  }
  const before = await readState(connection, prefix);
  const plan = await planOf(before, corpus, options.program);
  const isThere = plan.isSame && (await plain.totals()).size === corpus.passageCount;
  const state = isThere ? before : await new Sync(connection, prefix, corpus, plain, options).run(before, plan);
  if (state === null || state.content === null) throw new SearchTrouble('strange', 'the server does not keep what it is sent');
  return { index: new ServerIndex(connection, prefix, idsBy(corpus, state.content.sources)), token: state.token };
}

/** What of a corpus is on the server. */
interface Plan {
  readonly isSame: boolean;
  readonly kept: readonly StateSource[];
  readonly changed: readonly StructuredSource[];
}

async function planOf(before: State | null, corpus: Corpus, program: string): Promise<Plan> {
  const content = before?.content ?? null;
  const old = new Map(content?.sources.map((source) => [source.id, source]));
  const sameProgram = content?.programs.includes(program) ?? false;
  const kept: StateSource[] = [];
  const changed: StructuredSource[] = [];
  for (const source of corpus.sources.values()) {
    const { id } = source.source;
    const known = old.get(id);
    const key = keyOf(source, corpus);
    const stays =
      known !== undefined &&
      known.passages === corpus.idsOf(id).count &&
      (sameProgram ? known.key === key : known.words === (await wordsKeyOf(id, corpus)));
    if (stays) kept.push({ ...known, key });
    else changed.push(source);
  }
  const isSame = content?.whole === true && sameProgram && changed.length === 0 && kept.length === content.sources.length;
  return { isSame, kept, changed };
}

class Sync {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #corpus: Corpus;
  readonly #index: ServerIndex;
  readonly #options: SyncOptions;

  constructor(connection: Connection, prefix: string, corpus: Corpus, index: ServerIndex, options: SyncOptions) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#corpus = corpus;
    this.#index = index;
    this.#options = options;
  }

  async run(before: State | null, plan: Plan): Promise<State> {
    const { program, mayWrite } = this.#options;
    const content = before?.content ?? null;
    if (!mayWrite) throw new SearchTrouble('other', 'the index on the server holds other sources than this machine');
    refuseStranger(before, plan, this.#prefix);
    // Where only another version of the program has found the same words, nothing has to be sent.
    if (content?.whole === true && plan.changed.length === 0 && plan.kept.length === content.sources.length) {
      if ((await this.#index.totals()).size === this.#corpus.passageCount)
        return writeState(this.#connection, this.#prefix, before, {
          ...content,
          programs: [...content.programs, program].slice(-VERSIONS),
          sources: [...plan.kept],
        });
    }
    return this.#write(before, plan);
  }

  async #write(before: State | null, plan: Plan): Promise<State> {
    const { program, writer } = this.#options;
    const content = before?.content ?? null;
    if (content !== null && !content.whole && content.writer !== writer && Math.abs(Date.now() - content.at) < GONE)
      throw new SearchTrouble('contested', 'another machine is bringing its index up to date just now');
    const intact = content?.whole === true && (await this.#index.totals()).size === sumOf(content.sources);
    // Where something is there that should not be, or is missing, nothing of it is trusted.
    const kept = intact || content?.whole === false ? plan.kept : [];
    const gone = content?.sources.filter(({ id }) => !kept.some((one) => one.id === id)) ?? [];
    const free = content?.next ?? 0;
    const start = intact ? free : free + GAP;
    const old = gone.map(({ first, passages }): Range => [first, first + passages]);
    const leaving: readonly Range[] = intact ? old : [...(content?.leaving ?? []), ...old, [free, start]];
    const draft: StateContent = {
      whole: false,
      writer,
      at: Date.now(),
      programs: [program],
      leaving: leaving.map(([from, until]) => [from, until]),
      next: start,
      sources: [...kept],
    };
    let state = await writeState(this.#connection, this.#prefix, before, draft);
    if (kept.length === 0) await this.#index.removeRanges([[0, Number.MAX_SAFE_INTEGER]]);
    const sent = await this.#send(plan, kept, start, async () => {
      state = await writeState(this.#connection, this.#prefix, state, { ...draft, at: Date.now() });
    });
    if (kept.length > 0) await this.#index.removeRanges(leaving);
    await this.#index.refresh();
    const { size } = await this.#index.totals();
    if (size !== this.#corpus.passageCount)
      throw new SearchTrouble('part', `the server holds ${size} of ${this.#corpus.passageCount} passages`);
    if (leaving.length > 0) await this.#index.tidy();
    const sources = [...kept, ...sent];
    return writeState(this.#connection, this.#prefix, state, {
      ...draft,
      whole: true,
      at: Date.now(),
      leaving: [],
      next: sources.reduce((next, { first, passages }) => Math.max(next, first + passages), start),
      sources,
    });
  }

  /** Sends the passages of all sources that are not kept. */
  async #send({ changed }: Plan, kept: readonly StateSource[], start: number, sign: () => Promise<void>): Promise<readonly StateSource[]> {
    const { onProgress, signal } = this.#options;
    const known = new Set([...kept.map(({ id }) => id)]);
    const left = new Set(changed.map(({ source }) => source.id));
    const all = [...this.#corpus.sources.values()].filter(({ source: { id } }) => left.has(id) || !known.has(id));
    const sent: StateSource[] = [];
    let next = start;
    let signed = Date.now();
    for (const [done, source] of all.entries()) {
      onProgress?.({ done, total: all.length });
      const { id } = source.source;
      const first = next;
      const hash = createHash('sha256');
      for await (const terms of termsIn(id, this.#corpus)) {
        signal?.throwIfAborted();
        hash.update(`${textOf(terms)}\n`);
        this.#index.add(next++, terms);
        if (this.#index.waiting < TOGETHER) continue;
        await this.#index.flush();
        if (Date.now() - signed < SIGN) continue;
        await sign();
        signed = Date.now();
      }
      sent.push({ id, key: keyOf(source, this.#corpus), words: hash.digest('hex'), first, passages: next - first });
    }
    await this.#index.flush();
    return sent;
  }
}

/** A prefix that is in use for sources of which hardly any is ours is most likely somebody else's. */
function refuseStranger(before: State | null, { kept, changed }: Plan, prefix: string): void {
  if (before === null) return;
  if (before.content === null)
    throw new SearchTrouble(
      'other',
      'another version of the program writes the index on the server; set another prefix, or bring all machines to one version',
    );
  const theirs = new Set(before.content.sources.map(({ id }) => id));
  const ours = [...kept.map(({ id }) => id), ...changed.map(({ source }) => source.id)];
  const common = ours.filter((id) => theirs.has(id)).length;
  if (common >= Math.min(theirs.size, ours.length) * LEAST_COMMON) return;
  throw new SearchTrouble(
    'other',
    `the indexes that begin with “${prefix}” on the server hold ${common === 0 ? 'none' : 'hardly any'} of these sources, but others; set another prefix`,
  );
}

/** The terms of a source's passages, in their order; gives way to other work in between. */
async function* termsIn(source: string, corpus: Corpus): AsyncGenerator<readonly string[]> {
  const { first, count } = corpus.idsOf(source);
  for (let n = 0; n < count; n++) {
    yield indexTerms(corpus.passage(first + n)?.text ?? '');
    if (n % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What decides, within one version of the program, which passages a source has. */
function keyOf({ source, documents }: StructuredSource, corpus: Corpus): string {
  const described = documents.map(({ kind, title, ranges }) => [kind, title, ranges]);
  return createHash('sha256')
    .update(JSON.stringify([source.hash, corpus.idsOf(source.id).count, described]))
    .digest('hex');
}

async function wordsKeyOf(source: string, corpus: Corpus): Promise<string> {
  const hash = createHash('sha256');
  for await (const terms of termsIn(source, corpus)) hash.update(`${textOf(terms)}\n`);
  return hash.digest('hex');
}

function sumOf(sources: readonly StateSource[]): number {
  return sources.reduce((sum, { passages }) => sum + passages, 0);
}

/** From the ids of passages on the server to those in the corpus. */
function idsBy(corpus: Corpus, sources: readonly StateSource[]): (id: number) => number {
  const held = sources.filter(({ passages }) => passages > 0).sort((a, b) => a.first - b.first);
  const firsts = held.map(({ id }) => corpus.idsOf(id).first);
  return (id) => {
    let low = 0;
    let high = held.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((held[middle]?.first ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    const found = held[low - 1];
    if (found === undefined || id >= found.first + found.passages)
      throw new SearchTrouble('other', 'the index on the server holds passages of other sources');
    return (firsts[low - 1] ?? 0) + id - found.first;
  };
}
