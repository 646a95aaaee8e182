/** The editor's settings for each workspace folder, asked of the client once and kept until it says that they changed. */
import type { Connection } from 'vscode-languageserver/node';
import type { EditorSettings } from '../config.ts';
import type { ClientAbilities } from './client.ts';
import { readSettings, USUAL_SETTINGS } from './settings.ts';
import type { Troubles } from './troubles.ts';
import { uriOf } from './uris.ts';

export class ClientSettings {
  readonly #connection: Connection;
  readonly #troubles: Troubles;
  readonly #abilities: () => ClientAbilities;
  readonly #known = new Map<string | null, Promise<EditorSettings>>();
  #pushed: unknown = null;

  constructor(connection: Connection, troubles: Troubles, abilities: () => ClientAbilities) {
    this.#connection = connection;
    this.#troubles = troubles;
    this.#abilities = abilities;
  }

  /** Settings that a client sends of its own accord, for those that cannot be asked. */
  push(settings: unknown): void {
    this.#pushed = settings;
    this.forget();
  }

  forget(): void {
    this.#known.clear();
  }

  /** For a folder (a path), or for no folder. Never rejects. */
  of(folder: string | null): Promise<EditorSettings> {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const asked = this.#ask(folder);
    this.#known.set(folder, asked);
    return asked;
  }

  async #ask(folder: string | null): Promise<EditorSettings> {
    try {
      const scope = folder === null ? {} : { scopeUri: uriOf(folder) };
      const value: unknown = this.#abilities().configuration
        ? await this.#connection.workspace.getConfiguration({ section: 'corroborate', ...scope })
        : this.#pushed;
      const { settings, problems } = readSettings(value);
      for (const problem of problems) this.#troubles.tell(problem, problem);
      return settings;
    } catch (error) {
      this.#troubles.log('The client gave no settings; the usual ones are used.', error);
      return USUAL_SETTINGS.editor;
    }
  }
}
