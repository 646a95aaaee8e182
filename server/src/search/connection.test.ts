/** A server that is slow, full, gone, strange or not to be trusted: tried again where that may help, told in words where not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CERTIFICATE, type Fault, SearchServer, type ServerOptions } from '../../../test/support/search-server.ts';
import { accessTo } from '../../../test/support/searched.ts';
import { Connection } from './connection.ts';
import { ServerIndex } from './server-index.ts';
import { SearchTrouble } from './trouble.ts';
import { anything } from './wire.ts';

const BRIEFLY = { total: 1500 };
const stopped: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopped.splice(0)) await stop();
});

async function started(options: ServerOptions = {}): Promise<SearchServer> {
  const server = await new SearchServer(options).start();
  stopped.push(() => server.stop());
  return server;
}

async function connected(url: string, env: Readonly<Record<string, string>> = {}): Promise<Connection> {
  const connection = await Connection.to(accessTo(url, 'test', env));
  stopped.push(() => connection.close());
  return connection;
}

const troubleOf = async (work: Promise<unknown>): Promise<readonly [string, string]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SearchTrouble) return [error.kind, error.message];
    throw error;
  }
  return ['none', ''];
};

/** What goes wrong the first times. */
function atFirst(times: number, fault: Fault): Fault {
  let left = times;
  return (asked) => (left-- > 0 ? fault(asked) : null);
}

describe('a server that is not ready', () => {
  it.each([
    ['429', () => ({ status: 429, headers: { 'retry-after': '0' } })],
    ['503', () => ({ status: 503 })],
    ['a hung-up line', () => 'hang up' as const],
  ] satisfies readonly (readonly [string, Fault])[])('is asked again: %s', async (_name, fault) => {
    const server = await started();
    const index = new ServerIndex(await connected(server.url), 'test');
    await index.create();
    server.fault = atFirst(2, fault);
    expect(await index.size()).toBe(0);
    expect(server.asked.filter(({ path }) => path === '/_msearch')).toHaveLength(3);
  });

  it('is asked again where it sends back some of the questions of a batch', async () => {
    const server = await started();
    const index = new ServerIndex(await connected(server.url), 'test');
    await index.create();
    const refused = { error: { type: 'rejected_execution_exception', reason: 'the queue is full' }, status: 429 };
    server.fault = atFirst(1, () => ({ status: 200, body: { responses: [refused] } }));
    expect(await index.size()).toBe(0);
  });

  it('is left alone for as long as it asks, and told of where that is too long', async () => {
    const server = await started();
    const connection = await connected(server.url);
    server.fault = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    const asked = { method: 'GET', path: '/' } as const;
    expect(await troubleOf(connection.ask(asked, anything, BRIEFLY))).toEqual(['busy', `${server.url} has too much to do`]);
    expect(server.asked).toHaveLength(1);
  });

  it('that says nothing at all is not waited for beyond measure', async () => {
    const server = await started();
    const connection = await connected(server.url);
    server.fault = () => 'silence';
    const [kind, message] = await troubleOf(connection.ask({ method: 'GET', path: '/' }, anything, { total: 300 }));
    expect([kind, message]).toEqual(['away', `${server.url} does not answer (it took too long)`]);
  });

  it('that is not there is told of', async () => {
    const server = await started();
    const { url } = server;
    await server.stop();
    stopped.pop();
    const [kind, message] = await troubleOf((await connected(url)).ask({ method: 'GET', path: '/' }, anything, BRIEFLY));
    expect(kind).toBe('away');
    expect(message).toContain(`${url} does not answer (`);
  });
});

describe('a server that must not be trusted', () => {
  it('with a certificate that nobody known has signed is not asked anything', async () => {
    const server = await started({ secure: true });
    const [kind, message] = await troubleOf((await connected(server.url)).ask({ method: 'GET', path: '/' }, anything, BRIEFLY));
    expect(kind).toBe('certificate');
    expect(message).toMatch(/the certificate of https:\/\/localhost:\d+ is not trusted \(self-signed certificate\); CORROBORATE_SEARCH_CA/);
    expect(server.asked).toEqual([]);
  });

  it('is trusted by the authority that the person names', async () => {
    const server = await started({ secure: true });
    const index = new ServerIndex(await connected(server.url, { CORROBORATE_SEARCH_CA: CERTIFICATE }), 'test');
    await index.create();
    expect(await index.size()).toBe(0);
  });

  it('a file of authorities that is not there is told of', async () => {
    expect(await troubleOf(connected('https://localhost:1', { CORROBORATE_SEARCH_CA: '/nowhere.pem' }))).toEqual([
      'certificate',
      expect.stringContaining('CORROBORATE_SEARCH_CA names cannot be read'),
    ]);
  });
});

describe('a server that wants a password', () => {
  const user = { name: 'ada', password: 'right' };

  it('is given it', async () => {
    const server = await started({ user });
    const index = new ServerIndex(
      await connected(server.url, { CORROBORATE_SEARCH_USER: 'ada', CORROBORATE_SEARCH_PASSWORD: 'right' }),
      'test',
    );
    await index.create();
    expect(await index.size()).toBe(0);
  });

  it.each([[{}], [{ CORROBORATE_SEARCH_USER: 'ada', CORROBORATE_SEARCH_PASSWORD: 'wrong' }]])(
    'is not asked again and again without it: %o',
    async (env) => {
      const server = await started({ user });
      const [kind, message] = await troubleOf((await connected(server.url, env)).ask({ method: 'GET', path: '/' }, anything, BRIEFLY));
      expect([kind, server.asked.length]).toEqual(['refused', 1]);
      expect(message).toContain('does not accept the user and password');
      expect(message).not.toContain('wrong');
    },
  );

  it('and lets the user do nothing says so', async () => {
    const server = await started();
    server.fault = () => ({ status: 403, body: { error: { type: 'security_exception', reason: 'no permissions' } } });
    const [kind, message] = await troubleOf(new ServerIndex(await connected(server.url), 'test').exists());
    expect([kind, message]).toEqual(['refused', `${server.url} does not allow this user to GET /test-passages`]);
  });
});

describe('a server that takes or answers a part only', () => {
  let server: SearchServer;
  let index: ServerIndex;
  beforeEach(async () => {
    server = await started();
    index = new ServerIndex(await connected(server.url), 'test');
    await index.create();
    for (let id = 0; id < 5; id++) index.add(id, ['ferry']);
  });
  const items = (statuses: readonly number[]) => ({
    status: 200,
    body: {
      errors: true,
      items: statuses.map((status) => ({
        index: { status, ...(status < 300 ? {} : { error: { type: 'x', reason: 'the queue is full' } }) },
      })),
    },
  });

  it('is sent again what it had no room for, and nothing else', async () => {
    let bulks = 0;
    server.fault = ({ path }) => (path.endsWith('/_bulk') && bulks++ === 0 ? items([201, 429, 201, 503, 201]) : null);
    await index.flush();
    await index.refresh();
    // The three that the first answer said were taken never reached the index of this test.
    expect([bulks, await index.size()]).toEqual([2, 2]);
  });

  it('is told of where it refuses a passage', async () => {
    server.fault = ({ path }) => (path.endsWith('/_bulk') ? items([201, 400, 201, 201, 201]) : null);
    expect(await troubleOf(index.flush())).toEqual(['part', 'the server did not take all passages (the queue is full)']);
  });

  it('is not believed where shards of it did not answer', async () => {
    await index.flush();
    await index.refresh();
    const answer = { timed_out: false, _shards: { total: 2, successful: 1, failed: 1 }, hits: { total: { value: 1 }, hits: [] } };
    server.fault = () => ({ status: 200, body: { responses: [answer] } });
    expect((await troubleOf(index.size()))[0]).toBe('away');
  });

  it('is not believed where it answers something else', async () => {
    for (const body of [{}, { responses: [] }, { responses: [{ hits: 3 }] }, 'hello', null]) {
      server.fault = () => ({ status: 200, body });
      expect((await troubleOf(index.size()))[0], JSON.stringify(body)).toBe('strange');
    }
  });
});
