/**
 * Whether a search server may be asked, and as whom. The sources are about people; where they may be sent is for the person
 * at this machine to say, by the environment or by a setting that only the person has, never for a folder that came from
 * somewhere. Names and passwords come from the environment alone, so that no file of a workspace ever holds them.
 */
import type { ReadingLimits } from '../config.ts';

/**
 * Hosts that may be asked, separated by commas or spaces: `search.example.org`, or with a port, `localhost:9200`, or for one
 * prefix alone, `search.example.org/inquiry`.
 */
export const HOSTS_VARIABLE = 'CORROBORATE_SEARCH_HOSTS';
const USER_VARIABLE = 'CORROBORATE_SEARCH_USER';
const PASSWORD_VARIABLE = 'CORROBORATE_SEARCH_PASSWORD';
const API_KEY_VARIABLE = 'CORROBORATE_SEARCH_API_KEY';
const CERTIFICATES_VARIABLE = 'CORROBORATE_SEARCH_CA';

/** A server that may be asked. */
export interface Access {
  readonly url: string;
  /** What the names of its indexes begin with. */
  readonly prefix: string;
  readonly user: { readonly name: string; readonly password: string } | null;
  readonly apiKey: string | null;
  /** File of the authorities that may sign its certificate; null for those of the system. */
  readonly certificates: string | null;
}

/** `access` is null where no server is asked; `refusal` says in words why one that is configured may not be. */
export interface Permission {
  readonly access: Access | null;
  readonly refusal: string | null;
}

/** A refusal as it is told. */
export function notAsked(refusal: string): string {
  return `the search server is not asked, because ${refusal}. The index on this machine answers instead.`;
}

/** Who permits what. */
export interface Permitting {
  /** Hosts that a setting of the person's own allows. */
  readonly hosts?: readonly string[];
  /** Whether the person trusts the folder that names the server. */
  readonly trusted?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export function permission(
  { index: { kind, url, prefix } }: ReadingLimits,
  { hosts = [], trusted = true, env = process.env }: Permitting = {},
): Permission {
  if (kind !== 'opensearch') return { access: null, refusal: null };
  const refuse = (refusal: string): Permission => ({ access: null, refusal });
  if (!trusted) return refuse('a folder that you do not trust may not choose a search server');
  const server = url === null || !URL.canParse(url) ? null : new URL(url);
  if (server === null) return refuse('the settings name no search server (reading.index.url)');
  const allowed = [...hosts, ...(env[HOSTS_VARIABLE] ?? '').split(/[\s,]+/)].filter((host) => host !== '');
  if (!allowed.some((host) => isAllowed(host, server, prefix)))
    return refuse(
      `you have not allowed ${server.host} to be asked; where it is right that the words of these sources go there, name it in the environment variable ${HOSTS_VARIABLE} or in the setting “corroborate.searchHosts”`,
    );
  if (server.protocol !== 'https:' && !isThisMachine(server.hostname))
    return refuse(`${server.host} would be asked without encryption; its address must begin with https://`);
  const [name, password, apiKey] = [env[USER_VARIABLE] ?? '', env[PASSWORD_VARIABLE] ?? '', env[API_KEY_VARIABLE] ?? ''];
  const certificates = env[CERTIFICATES_VARIABLE] ?? '';
  return {
    refusal: null,
    access: {
      url: server.href.replace(/\/$/, ''),
      prefix,
      user: name === '' || apiKey !== '' ? null : { name, password },
      apiKey: apiKey === '' ? null : apiKey,
      certificates: certificates === '' ? null : certificates,
    },
  };
}

/** Whether an allowed host is the server's; one without a port allows all its ports, one without a prefix all prefixes. */
function isAllowed(allowed: string, { protocol, hostname, port }: URL, prefix: string): boolean {
  const bare = hostname.toLowerCase();
  const host = `${bare}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
  return [bare, host, `${bare}/${prefix}`, `${host}/${prefix}`].includes(allowed.toLowerCase());
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
