/** The one document that says what an index on a server holds. Who replaces it names the one before, so that of two writers one fails. */
import { randomUUID } from 'node:crypto';
import type { Connection } from './connection.ts';
import { stateName } from './layout.ts';
import { BRIEF, LONG } from './patience.ts';
import { SearchTrouble } from './trouble.ts';
import { putAnswer, type StateContent, stateAnswer, stateContent } from './wire.ts';

/** A state as it stands on the server. */
export interface State {
  /** Names it: another state has another token. */
  readonly token: string;
  /** Null where it cannot be read: another version of the program wrote it. */
  readonly content: StateContent | null;
  /** By which the server knows whether it was replaced meanwhile. */
  readonly version: { readonly sequence: number; readonly term: number };
}

/** Null where there is none yet. */
export async function readState(connection: Connection, prefix: string): Promise<State | null> {
  try {
    const answer = await connection.ask({ method: 'GET', path: `/${stateName(prefix)}/_doc/state` }, stateAnswer, BRIEF);
    const content = stateContent.safeParse(answer._source.content);
    return {
      token: answer._source.token,
      content: content.success ? content.data : null,
      version: { sequence: answer._seq_no, term: answer._primary_term },
    };
  } catch (error) {
    if (error instanceof SearchTrouble && error.kind === 'gone') return null;
    throw error;
  }
}

/** Replaces the state `before` (null: makes the first). Rejects where somebody else did so meanwhile. */
export async function writeState(connection: Connection, prefix: string, before: State | null, content: StateContent): Promise<State> {
  const token = randomUUID();
  const verb = before === null ? '_create' : '_doc';
  const expected = before === null ? {} : { if_seq_no: `${before.version.sequence}`, if_primary_term: `${before.version.term}` };
  const request = {
    method: 'PUT',
    path: `/${stateName(prefix)}/${verb}/state`,
    query: { refresh: 'true', ...expected },
    body: { token, content },
  } as const;
  const { _seq_no, _primary_term } = await connection.ask(request, putAnswer, LONG);
  return { token, content, version: { sequence: _seq_no, term: _primary_term } };
}
