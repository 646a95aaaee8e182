/**
 * The evidence index on a search server: the port of index/types.ts, but for answers that take their time. Questions go in
 * batches, so that a whole draft costs a few requests.
 */
import type { Questions } from '../index/asked.ts';
import type { Hit, QueryTerm } from '../index/types.ts';
import type { Connection } from './connection.ts';
import { LAYOUT, passagesLayout, passagesName, stateLayout, stateName, WINDOW } from './layout.ts';
import { BRIEF, LONG, type Patience, patiently } from './patience.ts';
import { type AskedTerm, best, firstList, type Listed, type Totals, termsOf } from './ranking.ts';
import { textOf, wordOf } from './terms.ts';
import { SearchTrouble } from './trouble.ts';
import { type Answered, anything, bulkAnswer, deletedAnswer, indexAnswer, type Range, searchesAnswer } from './wire.ts';

/** Questions in one request. */
const BATCH = 200;
/** Milliseconds that each question of a batch may take beyond the shortest patience. */
const EACH = 40;
/** Passages in one request of a bulk, some hundred kilobytes. */
const BULK = 2000;
/** Passages that one request removes at most. */
const REMOVED = 100_000;
/** Clauses that a query may have on a server that is set up as usual, with room to spare. */
const CLAUSES = 1000;
/** A short list that did not prove enough is this much longer the next time. */
const LONGER = 6;
/** Times that passages which a busy server did not take are sent again, and the pause before the first. */
const TRIES = 6;
const PAUSE = 200;

type Change = { readonly id: number; readonly terms: readonly string[] | null };

export class ServerIndex {
  readonly #connection: Connection;
  readonly #passages: string;
  readonly #state: string;
  readonly #changes = new Map<number, Change>();
  readonly #frequencies = new Map<string, number>();
  readonly #idOf: (id: number) => number;
  #totals: Totals | null = null;

  /** `idOf` gives the id that a passage has for those who ask, of the one that it has on the server. */
  constructor(connection: Connection, prefix: string, idOf: (id: number) => number = (id) => id) {
    this.#connection = connection;
    this.#idOf = idOf;
    this.#passages = passagesName(prefix);
    this.#state = stateName(prefix);
  }

  /** Whether both indexes are there, as this version lays them out. Rejects where one is of another layout. */
  async exists(): Promise<boolean> {
    const layouts = [await this.#layoutOf(this.#passages, BRIEF), await this.#layoutOf(this.#state, BRIEF)];
    return layouts.every((layout) => layout !== null);
  }

  async #layoutOf(name: string, patience: Patience): Promise<number | null> {
    const answer = await this.#unlessGone(() => this.#connection.ask({ method: 'GET', path: `/${name}` }, indexAnswer, patience));
    if (answer === null) return null;
    const layout = Object.values(answer)[0]?.mappings?._meta?.corroborate;
    if (layout === LAYOUT) return layout;
    throw new SearchTrouble(
      'other',
      `the index ${name} on the server was made by another version of the program, or by something else; set another prefix, or have that index deleted`,
    );
  }

  /** Makes those of both indexes that are not there, empty. */
  async create(): Promise<void> {
    for (const [name, layout] of [
      [this.#passages, passagesLayout()],
      [this.#state, stateLayout()],
    ] as const) {
      if ((await this.#layoutOf(name, LONG)) !== null) continue;
      await this.#connection.ask({ method: 'PUT', path: `/${name}`, body: layout }, anything, LONG);
    }
  }

  async delete(): Promise<void> {
    for (const name of [this.#passages, this.#state])
      await this.#unlessGone(() => this.#connection.ask({ method: 'DELETE', path: `/${name}` }, anything, LONG));
  }

  /** Adds a passage by its terms with the next `flush`. An id that exists is replaced. */
  add(id: number, terms: readonly string[]): void {
    this.#changes.set(id, { id, terms });
  }

  remove(id: number): void {
    this.#changes.set(id, { id, terms: null });
  }

  /** How many changes wait to be sent. */
  get waiting(): number {
    return this.#changes.size;
  }

  /** Sends what was added and removed. It is found after a `refresh`. Rejects where anything was not taken in the end. */
  async flush(): Promise<void> {
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    for (let at = 0; at < changes.length; at += BULK) await this.#send(changes.slice(at, at + BULK));
  }

  /** Removes the passages whose ids lie in the ranges. */
  async removeRanges(ranges: readonly Range[]): Promise<void> {
    if (ranges.length === 0) return;
    // Such a removal sees only what can be found.
    await this.refresh();
    for (let at = 0; at < ranges.length; at += BATCH) {
      const should = ranges.slice(at, at + BATCH).map(([from, until]) => ({ range: { id: { gte: from, lt: until } } }));
      const body = { query: { bool: { should, minimum_should_match: 1 } } };
      const query = { conflicts: 'proceed', refresh: 'true', max_docs: `${REMOVED}` };
      const request = { method: 'POST', path: `/${this.#passages}/_delete_by_query`, query, body } as const;
      // In pieces, so that none of them takes longer than a request may.
      for (let removed = REMOVED; removed === REMOVED; ) {
        const answer = await this.#connection.ask(request, deletedAnswer, LONG);
        if (answer.failures.length > 0 || answer.version_conflicts > 0)
          throw new SearchTrouble('part', 'the server did not remove all passages of sources that changed');
        removed = answer.deleted;
      }
    }
  }

  /** From here on everything that was sent is found. */
  async refresh(): Promise<void> {
    await this.#connection.ask({ method: 'POST', path: `/${this.#passages}/_refresh` }, anything, LONG);
    this.#frequencies.clear();
    this.#totals = null;
  }

  /** Frees the room of removed passages, which the server goes on counting until then. A server may refuse; nothing depends on it. */
  async tidy(): Promise<void> {
    const query = { only_expunge_deletes: 'true' };
    await this.#connection
      .ask({ method: 'POST', path: `/${this.#passages}/_forcemerge`, query }, anything, LONG)
      .catch((error: unknown) => {
        if (!(error instanceof SearchTrouble)) throw error;
      });
  }

  /** How many passages there are, and how many terms they have together. */
  async totals(): Promise<Totals> {
    if (this.#totals !== null) return this.#totals;
    const body = { size: 0, track_total_hits: true, aggs: { length: { sum: { field: 'length' } } } };
    const [answer] = await this.#searches([{ header: this.#passages, body }]);
    this.#totals = { size: answer?.hits.total?.value ?? 0, length: answer?.aggregations?.length.value ?? 0 };
    return this.#totals;
  }

  /**
   * Answers in the order of the questions. Rejects, where `token` is given, as soon as the index is another one than that
   * token names: somebody has begun to change it.
   */
  async answer(
    { terms, searches }: Questions,
    token: string | null = null,
  ): Promise<{ readonly frequencies: readonly number[]; readonly hits: readonly (readonly Hit[])[] }> {
    const totals = await this.totals();
    const asked = searches.map(({ query }) => termsOf(query));
    await this.#learn([...terms, ...asked.flatMap((all) => all.map(({ term }) => term))]);
    const hits: (readonly Hit[])[] = searches.map(() => []);
    let open = searches.flatMap(({ limit }, at) => (limit < 1 || totals.size === 0 ? [] : [{ at, limit, list: firstList(limit) }]));
    while (open.length > 0) {
      const bodies = open.map(({ at, list }) => ({ header: this.#passages, body: this.#listOf(asked[at] ?? [], list) }));
      const answers = await this.#searches(bodies);
      open = open.flatMap(({ at, limit, list }, i) => {
        const listed = (answers[i]?.hits.hits ?? []).map((hit) => this.#listed(hit));
        const isWhole = listed.length < Math.min(list, WINDOW) || list >= WINDOW;
        const found = best(listed, isWhole, asked[at] ?? [], (term) => this.#frequencies.get(term) ?? 0, totals, limit);
        if (found === null) return [{ at, limit, list: Math.min(list * LONGER, WINDOW) }];
        hits[at] = found;
        return [];
      });
    }
    // Asked last: had anything changed while the answers came, this tells.
    if (token !== null && (await this.token()) !== token)
      throw new SearchTrouble('other', 'the index on the server was changed by somebody else meanwhile');
    return { frequencies: terms.map((term) => this.#frequencies.get(term) ?? 0), hits };
  }

  /** Names the state of the index; null where it has none. */
  async token(): Promise<string | null> {
    const body = { query: { ids: { values: ['state'] } }, _source: ['token'] };
    const [answer] = await this.#searches([{ header: this.#state, body }]);
    return answer?.hits.hits[0]?._source?.token ?? null;
  }

  async size(): Promise<number> {
    return (await this.totals()).size;
  }

  async documentFrequency(term: string): Promise<number> {
    const { frequencies } = await this.answer({ terms: [term], searches: [] });
    return frequencies[0] ?? 0;
  }

  async search(query: readonly QueryTerm[], limit: number): Promise<readonly Hit[]> {
    const { hits } = await this.answer({ terms: [], searches: [{ query, limit }] });
    return hits[0] ?? [];
  }

  /** Asks for the frequencies that are not known yet. */
  async #learn(terms: readonly string[]): Promise<void> {
    const unknown = [...new Set(terms)].filter((term) => !this.#frequencies.has(term));
    const bodies = unknown.map((term) => ({
      header: this.#passages,
      body: { size: 0, track_total_hits: true, query: { term: { terms: { value: wordOf(term) } } } },
    }));
    const answers = await this.#searches(bodies);
    for (const [i, term] of unknown.entries()) this.#frequencies.set(term, answers[i]?.hits.total?.value ?? 0);
  }

  #listOf(asked: readonly AskedTerm[], size: number): Readonly<Record<string, unknown>> {
    const known = asked.filter(({ term }) => (this.#frequencies.get(term) ?? 0) > 0);
    // What is beyond the server's measure are the words that say least.
    const heaviest = known.length <= CLAUSES ? known : [...known].sort((a, b) => b.weight - a.weight).slice(0, CLAUSES);
    const should = heaviest.map(({ word, weight }) => ({ term: { terms: { value: word, boost: weight } } }));
    return {
      size,
      _source: ['terms'],
      track_scores: true,
      track_total_hits: false,
      query: should.length === 0 ? { match_none: {} } : { bool: { should, minimum_should_match: 1 } },
      sort: [{ _score: 'desc' }, { id: 'asc' }],
    };
  }

  /** Answers to any number of questions; those that a busy server sends back are asked again, as long as there is time. */
  async #searches(asked: readonly { readonly header: string; readonly body: unknown }[]): Promise<readonly Answered[]> {
    const answers: Answered[] = [];
    for (let at = 0; at < asked.length; at += BATCH) {
      const batch = asked.slice(at, at + BATCH);
      const patience = { total: BRIEF.total + EACH * batch.length };
      answers.push(...(await patiently((left) => this.#batch(batch, { total: left }), patience)));
    }
    return answers;
  }

  async #batch(batch: readonly { readonly header: string; readonly body: unknown }[], patience: Patience): Promise<readonly Answered[]> {
    // Frequencies are those of the whole index, on however many shards it lies.
    const lines = batch.flatMap(({ header, body }) => [{ index: header, search_type: 'dfs_query_then_fetch' }, body]);
    const { responses } = await this.#connection.ask({ method: 'POST', path: '/_msearch', lines }, searchesAnswer, patience);
    if (responses.length !== batch.length)
      throw new SearchTrouble('strange', 'the server answered another number of questions than it was asked');
    return responses.map(whole);
  }

  #listed({ _id, _score, _source }: Answered['hits']['hits'][number]): Listed {
    return { id: this.#idOf(Number(_id)), score: _score ?? 0, text: _source?.terms ?? '' };
  }

  /** A bulk is taken piece by piece; what a busy server did not take is sent again. */
  async #send(changes: readonly Change[]): Promise<void> {
    let left = changes;
    for (let attempt = 1; ; attempt++) {
      const lines = left.flatMap(({ id, terms }): readonly unknown[] =>
        terms === null ? [{ delete: { _id: `${id}` } }] : [{ index: { _id: `${id}` } }, { id, length: terms.length, terms: textOf(terms) }],
      );
      const { items } = await this.#connection.ask({ method: 'POST', path: `/${this.#passages}/_bulk`, lines }, bulkAnswer, LONG);
      if (items.length !== left.length)
        throw new SearchTrouble('strange', 'the server answered for another number of passages than it was sent');
      let reason = '';
      left = left.filter((_, i) => {
        const item = items[i];
        const written = item === undefined ? undefined : 'index' in item ? item.index : item.delete;
        // A passage that was not there is removed all the same.
        if (written === undefined || written.status < 300 || (written.status === 404 && written.error === undefined)) return false;
        reason = written.error?.reason ?? `status ${written.status}`;
        if (written.status !== 429 && written.status !== 503)
          throw new SearchTrouble('part', `the server did not take all passages (${reason})`);
        return true;
      });
      if (left.length === 0) return;
      if (attempt === TRIES) throw new SearchTrouble('part', `the server did not take all passages (${reason})`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** attempt));
    }
  }

  async #unlessGone<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SearchTrouble && error.kind === 'gone') return null;
      throw error;
    }
  }
}

/** An answer that is one, from all shards. */
function whole(
  response: Answered | { readonly error: { readonly type: string; readonly reason?: string | null | undefined }; readonly status: number },
): Answered {
  if (!('error' in response)) {
    if (response.timed_out === true || (response._shards?.failed ?? 0) > 0)
      throw new SearchTrouble('away', 'a part of the server did not answer');
    return response;
  }
  const { error, status } = response;
  if (error.type === 'index_not_found_exception') throw new SearchTrouble('gone', 'the server has no such index any more');
  if (status === 429) throw new SearchTrouble('busy', 'the server has too much to do');
  if (status === 503) throw new SearchTrouble('away', 'a part of the server is not ready');
  throw new SearchTrouble('strange', `the server refused a search (${error.reason ?? error.type})`);
}
