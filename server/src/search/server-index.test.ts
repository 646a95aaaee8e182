/**
 * The contract of an evidence index, kept by a search server: by the one that CORROBORATE_TEST_OPENSEARCH names
 * (with CORROBORATE_SEARCH_USER and the like), else by one of the same API that runs in the test.
 */
import { afterAll, beforeAll } from 'vitest';
import { SearchServer } from '../../../test/support/search-server.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { type ContractedIndex, describeEvidenceIndex } from '../index/evidence-index.contract.ts';
import type { QueryTerm } from '../index/types.ts';
import { permission } from './access.ts';
import { Connection } from './connection.ts';
import { ServerIndex } from './server-index.ts';

const real = process.env['CORROBORATE_TEST_OPENSEARCH'] ?? '';
const local = new SearchServer({});
const made: ServerIndex[] = [];
let connection: Connection;

beforeAll(async () => {
  const url = real === '' ? (await local.start()).url : real;
  const { index, ...reading } = DEFAULT_CONFIG.reading;
  const { access } = permission({ ...reading, index: { ...index, kind: 'opensearch', url } }, { hosts: [new URL(url).hostname] });
  if (access === null) throw new Error(`${url} cannot be asked`);
  connection = await Connection.to(access);
});

afterAll(async () => {
  if (real !== '') for (const index of made) await index.delete();
  await connection.close();
  await local.stop();
});

/** Sends what was changed before each question, and waits until it can be found. */
class Contracted implements ContractedIndex {
  readonly #index: ServerIndex;

  constructor(index: ServerIndex) {
    this.#index = index;
  }

  get size(): Promise<number> {
    return this.#sent().then(() => this.#index.size());
  }

  add(id: number, terms: readonly string[]): void {
    this.#index.add(id, terms);
  }

  remove(id: number): void {
    this.#index.remove(id);
  }

  async search(query: readonly QueryTerm[], limit: number) {
    await this.#sent();
    return this.#index.search(query, limit);
  }

  async documentFrequency(term: string) {
    await this.#sent();
    return this.#index.documentFrequency(term);
  }

  async #sent(): Promise<void> {
    if (this.#index.waiting === 0) return;
    await this.#index.flush();
    await this.#index.refresh();
  }
}

describeEvidenceIndex(
  real === '' ? 'a server of the same API in the test (no CORROBORATE_TEST_OPENSEARCH is set)' : `the search server ${new URL(real).host}`,
  async () => {
    const index = new ServerIndex(connection, `corroborate-test-${process.pid}-${made.length}`);
    made.push(index);
    await index.create();
    return new Contracted(index);
  },
  { runs: real === '' ? 40 : 10, timeout: 60_000 },
);
