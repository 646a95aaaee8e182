/** Requests to a search server: tried again with growing pauses where that may help, and told in words where it does not. */
import { readFileSync } from 'node:fs';
import type { Client } from '@opensearch-project/opensearch';
import type { z } from 'zod';
import type { Access } from './access.ts';
import { LONGEST_PAUSE, type Patience, patiently } from './patience.ts';
import { SearchTrouble } from './trouble.ts';

export interface Request {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Lines of JSON, for requests that consist of many. */
  readonly lines?: readonly unknown[];
}

/** Statuses of a server, or of one before it, that may answer in a moment. */
const NOT_READY = new Set([502, 503, 504]);

export class Connection {
  readonly #client: Client;
  readonly #url: string;

  private constructor(client: Client, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** Asks nothing yet. Throws SearchTrouble where the certificate file that was named cannot be read. */
  static async to(access: Access): Promise<Connection> {
    // Loaded when it is needed: whoever has no server pays nothing for its client.
    const { Client } = await import('@opensearch-project/opensearch');
    const { url, user, apiKey } = access;
    const ca = access.certificates === null ? undefined : readCertificates(access.certificates);
    const client = new Client({
      node: url,
      maxRetries: 0,
      compression: 'gzip',
      suggestCompression: true,
      ...(user === null ? {} : { auth: { username: user.name, password: user.password } }),
      ...(apiKey === null ? {} : { headers: { authorization: `ApiKey ${apiKey}` } }),
      ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    });
    return new Connection(client, url);
  }

  /** The answer, read by its schema. Rejects with SearchTrouble alone. */
  async ask<Schema extends z.ZodType>(request: Request, schema: Schema, patience: Patience): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(await this.#tried(request, patience));
    if (!parsed.success) throw new SearchTrouble('strange', `${this.#url} answered what a search server does not answer`);
    return parsed.data;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #tried(request: Request, patience: Patience): Promise<unknown> {
    return patiently(async (left) => {
      try {
        return await this.#once(request, left);
      } catch (error) {
        throw this.#inWords(faultOf(error), request);
      }
    }, patience);
  }

  async #once({ method, path, query, body, lines }: Request, timeout: number): Promise<unknown> {
    const sent = this.#client.transport.request(
      {
        method,
        path,
        ...(query === undefined ? {} : { querystring: { ...query } }),
        ...(lines === undefined ? {} : { bulkBody: lines.map((line) => JSON.stringify(line)) }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { requestTimeout: timeout, maxRetries: 0, headers: lines === undefined && body !== undefined ? JSON_TYPE : {} },
    );
    const abort = (): void => sent.abort();
    // The client's own limit is one of silence; this one is of the whole.
    const timer = setTimeout(abort, timeout);
    try {
      return (await sent).body as unknown;
    } finally {
      clearTimeout(timer);
    }
  }

  #inWords({ status, reason, retryAfter }: Fault, { method, path }: Request): SearchTrouble {
    const server = this.#url;
    if (status === 401)
      return new SearchTrouble(
        'refused',
        `${server} does not accept the user and password (CORROBORATE_SEARCH_USER, CORROBORATE_SEARCH_PASSWORD)`,
      );
    if (status === 403) return new SearchTrouble('refused', `${server} does not allow this user to ${method} ${path}`);
    if (status === 404) return new SearchTrouble('gone', `${server} has no such index`);
    if (status === 429) return new SearchTrouble('busy', `${server} has too much to do`, retryAfter);
    if (status !== null && NOT_READY.has(status)) return new SearchTrouble('away', `${server} is not ready (status ${status})`, retryAfter);
    if (status === 409) return new SearchTrouble('contested', `somebody else is writing to the index on ${server}`);
    if (status !== null) return new SearchTrouble('strange', `${server} refused ${method} ${path} with status ${status}: ${reason}`);
    if (CERTIFICATE.test(reason))
      return new SearchTrouble(
        'certificate',
        `the certificate of ${server} is not trusted (${reason}); CORROBORATE_SEARCH_CA can name the file of the authority that signed it`,
      );
    return new SearchTrouble('away', `${server} does not answer (${reason})`);
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const CERTIFICATE = /certificate|self-signed|altname|unable to verify|issuer/i;

interface Fault {
  /** Null where no answer came. */
  readonly status: number | null;
  readonly reason: string;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter: number;
}

/** The client's errors, told apart by what they carry. */
function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const meta = isRecord(error) && isRecord(error['meta']) ? error['meta'] : {};
  const status = typeof meta['statusCode'] === 'number' ? meta['statusCode'] : null;
  if (status === null) {
    const reason = /aborted/i.test(message) ? 'it took too long' : message;
    return { status, reason, retryAfter: 0 };
  }
  const body = isRecord(meta['body']) ? meta['body'] : {};
  const told = isRecord(body['error']) ? body['error'] : {};
  const headers = isRecord(meta['headers']) ? meta['headers'] : {};
  const seconds = Number(headers['retry-after'] ?? 0);
  return {
    status,
    reason: typeof told['reason'] === 'string' ? told['reason'] : message,
    retryAfter: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1000, LONGEST_PAUSE) : 0,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SearchTrouble('certificate', `the file that CORROBORATE_SEARCH_CA names cannot be read (${reason})`);
  }
}
