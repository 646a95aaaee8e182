/** Nothing leaves this machine unless the person at it has said where it may go. */
import { describe, expect, it, test } from 'vitest';
import { limitsFor } from '../../../test/support/searched.ts';
import { parseConfig } from '../config/parse.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { permission } from './access.ts';

const URL = 'https://search.example.org:9200';
const allowed = (hosts: readonly string[], url = URL) => permission(limitsFor(url), { hosts, env: {} }).access !== null;

test('no server is asked where none is configured', () => {
  expect(permission(DEFAULT_CONFIG.reading, { hosts: ['localhost'], env: {} })).toEqual({ access: null, refusal: null });
});

describe('a server that is configured', () => {
  it('is not asked until the person allows its host', () => {
    const { access, refusal } = permission(limitsFor(URL), { env: {} });
    expect(access).toBeNull();
    expect(refusal).toContain('you have not allowed search.example.org:9200');
    expect(refusal).toContain('CORROBORATE_SEARCH_HOSTS');
  });

  it('is allowed by its host, with or without the port, and by nothing that only looks like it', () => {
    expect(allowed(['search.example.org'])).toBe(true);
    expect(allowed(['SEARCH.example.org:9200'])).toBe(true);
    expect(permission(limitsFor(URL), { env: { CORROBORATE_SEARCH_HOSTS: 'other, search.example.org' } }).access?.url).toBe(URL);
    for (const host of ['example.org', 'search.example.org:443', '*', 'search', 'https://search.example.org:9200', ''])
      expect(allowed([host]), host).toBe(false);
    for (const url of ['https://search.example.org.evil.org', 'https://evil.org/search.example.org', 'https://xsearch.example.org'])
      expect(allowed(['search.example.org'], url), url).toBe(false);
    expect(allowed(['search.example.org:443'], 'https://search.example.org')).toBe(true);
    expect(allowed(['search.example.org/test'])).toBe(true);
    expect(allowed(['search.example.org:9200/test'])).toBe(true);
    expect(allowed(['search.example.org/other', 'search.example.org/'])).toBe(false);
  });

  it('is never asked for a folder that is not trusted, allowed or not', () => {
    const { access, refusal } = permission(limitsFor(URL), { hosts: ['search.example.org'], trusted: false, env: {} });
    expect([access, refusal]).toEqual([null, 'a folder that you do not trust may not choose a search server']);
  });

  it('is asked without encryption on this machine only', () => {
    expect(allowed(['search.example.org'], 'http://search.example.org:9200')).toBe(false);
    expect(allowed(['localhost'], 'http://localhost:9200')).toBe(true);
    expect(allowed(['127.0.0.1'], 'http://127.0.0.1:9200')).toBe(true);
  });

  it('needs an address', () => {
    const limits = { ...limitsFor(URL), index: { ...limitsFor(URL).index, url: null } };
    expect(permission(limits, { env: {} }).refusal).toContain('name no search server');
  });
});

test('names and passwords are the environment’s, and an address that holds them is refused', () => {
  const env = { CORROBORATE_SEARCH_USER: 'ada', CORROBORATE_SEARCH_PASSWORD: 'secret' };
  const hosts = ['search.example.org'];
  expect(permission(limitsFor(URL), { hosts, env }).access?.user).toEqual({ name: 'ada', password: 'secret' });
  expect(permission(limitsFor(URL), { hosts, env: { ...env, CORROBORATE_SEARCH_API_KEY: 'key' } }).access).toMatchObject({
    user: null,
    apiKey: 'key',
  });
  for (const url of ['https://ada:secret@search.example.org', 'ftp://search.example.org', 'search.example.org', '']) {
    const parsed = parseConfig(JSON.stringify({ reading: { index: { kind: 'opensearch', url } } }));
    expect(parsed.ok ? url : parsed.problems[0]?.message).toBe(
      'The address of a server belongs here, as in "https://search.example.org:9200".',
    );
  }
  for (const prefix of ['', 'Upper', 'a/b', '_all', '*', '../x', 'a b'])
    expect(parseConfig(JSON.stringify({ reading: { index: { prefix } } })).ok, prefix).toBe(false);
});
