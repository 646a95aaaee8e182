/**
 * A search server on this machine for tests: the part of OpenSearch's API that the program uses, over real HTTP, with
 * passwords, TLS, and faults on request. Tests that may ask a real one do so where CORROBORATE_TEST_OPENSEARCH names it.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Found, type Layout, SearchEngine, type Source } from './search-engine.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** Signed by itself, for "localhost"; valid for a hundred years, and good for nothing else. */
export const CERTIFICATE = join(here, 'localhost-certificate.pem');
const KEY = join(here, 'localhost-key.pem');
const WINDOW = 10_000;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** What goes wrong: an answer instead of the right one, "hang up", or null where all is well. */
export type Fault = (asked: Asked) => Answer | 'hang up' | 'silence' | null;

export interface ServerOptions {
  readonly secure?: boolean;
  readonly user?: { readonly name: string; readonly password: string };
  /** The port of a server that was there before. */
  readonly port?: number;
  /** What such a server held. */
  readonly indexes?: Map<string, SearchEngine>;
}

export class SearchServer {
  readonly indexes: Map<string, SearchEngine>;
  readonly asked: Asked[] = [];
  /** Bytes of what came in and went out, as they travelled. */
  readonly bytes = { received: 0, sent: 0 };
  /** How often anybody called, asked or not. */
  connections = 0;
  /** Passages that were written by bulks. */
  written = 0;
  fault: Fault = () => null;
  readonly #options: ServerOptions;
  readonly #server: Server;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.indexes = options.indexes ?? new Map();
    const listener: RequestListener = (request, response) => void this.#listen(request, response);
    this.#server =
      options.secure === true
        ? createSecureServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) }, listener)
        : createServer(listener);
    this.#server.on('connection', () => this.connections++);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#options.port ?? 0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#options.secure === true ? 'https' : 'http'}://localhost:${this.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    this.bytes.received += raw.length;
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked = { method: request.method ?? 'GET', path: url.pathname };
    this.asked.push(asked);
    const wrong = this.fault(asked);
    if (wrong === 'silence') return;
    if (wrong === 'hang up') {
      request.socket.destroy();
      return;
    }
    const answer = wrong ?? (this.#mayAsk(request) ? this.#answer(asked, url.searchParams, text) : { status: 401, body: {} });
    const said = gzipSync(JSON.stringify(answer.body ?? {}), { level: 1 });
    this.bytes.sent += said.length;
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=UTF-8', 'content-encoding': 'gzip', ...answer.headers });
    response.end(said);
  }

  #mayAsk({ headers }: IncomingMessage): boolean {
    const { user } = this.#options;
    if (user === undefined) return true;
    return headers.authorization === `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
  }

  #answer({ method, path }: Asked, query: URLSearchParams, text: string): Answer {
    const [name = '', verb = '', id = ''] = path.split('/').slice(1);
    if (name === '_msearch') return this.#searches(lines(text));
    if (verb === '' && method === 'PUT') {
      if (this.indexes.has(name)) return failed(400, 'resource_already_exists_exception');
      this.indexes.set(name, new SearchEngine(JSON.parse(text) as Layout));
      return { status: 200, body: { acknowledged: true } };
    }
    const index = this.indexes.get(name);
    if (index === undefined) return failed(404, 'index_not_found_exception');
    switch (`${method} ${verb}`) {
      case 'GET ':
        return { status: 200, body: { [name]: index.layout } };
      case 'DELETE ':
        this.indexes.delete(name);
        return { status: 200, body: { acknowledged: true } };
      case 'POST _bulk':
        this.written += lines(text).filter((line) => 'index' in (line as object)).length;
        return bulk(index, lines(text));
      case 'POST _refresh':
        index.refresh();
        return { status: 200, body: {} };
      case 'POST _forcemerge':
        index.expunge();
        return { status: 200, body: {} };
      case 'POST _delete_by_query':
        return { status: 200, body: removed(index, JSON.parse(text) as Removal, Number(query.get('max_docs') ?? Infinity)) };
      case 'GET _doc': {
        const written = index.get(id);
        const found = written !== null;
        return {
          status: found ? 200 : 404,
          body: found ? { _id: id, _seq_no: written.seqNo, _primary_term: 1, found, _source: written.source } : { _id: id, found },
        };
      }
      case 'PUT _create':
      case 'PUT _doc':
        return putDocument(index, id, JSON.parse(text) as Source, verb === '_create', query);
      default:
        return failed(400, 'illegal_argument_exception');
    }
  }

  #searches(given: readonly unknown[]): Answer {
    const responses: unknown[] = [];
    for (let at = 0; at + 1 < given.length; at += 2) {
      const header = given[at] as { readonly index: string; readonly search_type?: string };
      const index = this.indexes.get(header.index);
      if (index === undefined) responses.push({ error: { type: 'index_not_found_exception', reason: 'no such index' }, status: 404 });
      // Without it, scores of different shards cannot be compared; this server has one shard, and would never show it.
      else if (header.search_type !== 'dfs_query_then_fetch')
        responses.push({ error: { type: 'illegal_argument_exception', reason: 'frequencies of one shard' }, status: 400 });
      else responses.push({ status: 200, ...search(index, given[at + 1] as SearchBody) });
    }
    return { status: 200, body: { responses } };
  }
}

type Query =
  | { readonly term: { readonly terms: { readonly value: string; readonly boost?: number } } }
  | { readonly bool: { readonly should: readonly Query[] } }
  | { readonly ids: { readonly values: readonly string[] } }
  | { readonly match_none: object };

interface SearchBody {
  readonly size: number;
  readonly query?: Query;
  readonly sort?: unknown;
  readonly track_total_hits?: boolean;
  readonly aggs?: { readonly length: { readonly sum: { readonly field: string } } };
  readonly _source?: readonly string[];
}

function search(index: SearchEngine, { size, query, aggs, track_total_hits, _source }: SearchBody): object {
  if (size > WINDOW) return { error: { type: 'illegal_argument_exception', reason: 'Result window is too large' }, status: 400 };
  const found = [...(query === undefined ? index.found() : hits(index, query))];
  // The order that the program asks for: by score, and of equal scores by id.
  found.sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || Number(a.source['id'] ?? 0) - Number(b.source['id'] ?? 0));
  const sum = found.reduce((total, { source }) => total + Number(source['length'] ?? 0), 0);
  const listed = found.slice(0, size).map(({ id, score, source }) => ({
    _id: id,
    _score: score,
    _source: Object.fromEntries(Object.entries(source).filter(([field]) => _source?.includes(field) ?? true)),
  }));
  return {
    timed_out: false,
    _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
    hits: { ...(track_total_hits === true ? { total: { value: found.length, relation: 'eq' } } : {}), hits: listed },
    ...(aggs === undefined ? {} : { aggregations: { length: { value: sum } } }),
  };
}

function hits(index: SearchEngine, query: Query): readonly Found[] {
  if ('match_none' in query) return [];
  if ('ids' in query) return [...index.found()].filter(({ id }) => query.ids.values.includes(id));
  const should = 'bool' in query ? query.bool.should : [query];
  return index.score(should.flatMap((one) => ('term' in one ? [{ boost: 1, ...one.term.terms }] : [])));
}

function bulk(index: SearchEngine, given: readonly unknown[]): Answer {
  const items: object[] = [];
  for (let at = 0; at < given.length; at++) {
    const action = given[at] as { readonly index?: { readonly _id: string }; readonly delete?: { readonly _id: string } };
    if (action.delete !== undefined)
      items.push({ delete: { _id: action.delete._id, status: index.delete(action.delete._id) ? 200 : 404 } });
    if (action.index === undefined) continue;
    const written = index.put(action.index._id, given[++at] as Source);
    const refused = { status: 400, error: { type: 'strict_dynamic_mapping_exception', reason: 'unknown field' } };
    items.push({ index: { _id: action.index._id, ...(written === null ? refused : { status: 201 }) } });
  }
  return { status: 200, body: { errors: items.some((item) => JSON.stringify(item).includes('"error"')), items } };
}

interface Removal {
  readonly query: {
    readonly bool: { readonly should: readonly { readonly range: { readonly id: { readonly gte: number; readonly lt: number } } }[] };
  };
}

function removed(index: SearchEngine, { query }: Removal, most: number): object {
  const isMeant = (id: number): boolean =>
    query.bool.should.some(
      ({
        range: {
          id: { gte, lt },
        },
      }) => id >= gte && id < lt,
    );
  const found = [...index.found()].filter(({ source }) => isMeant(Number(source['id']))).slice(0, most);
  // One that was written or removed since it could be found last is in conflict.
  const deleted = found.filter(({ id }) => index.delete(id)).length;
  index.refresh();
  return { deleted, version_conflicts: found.length - deleted, failures: [] };
}

function putDocument(index: SearchEngine, id: string, source: Source, create: boolean, query: URLSearchParams): Answer {
  const known = index.get(id);
  const expected = query.get('if_seq_no');
  if ((create && known !== null) || (expected !== null && known?.seqNo !== Number(expected)))
    return failed(409, 'version_conflict_engine_exception');
  const written = index.put(id, source);
  if (written === null) return failed(400, 'strict_dynamic_mapping_exception');
  if (query.get('refresh') === 'true') index.refresh();
  return { status: 200, body: { _id: id, _seq_no: written.seqNo, _primary_term: 1 } };
}

function failed(status: number, type: string): Answer {
  return { status, body: { error: { type, reason: type }, status } };
}

function lines(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}
