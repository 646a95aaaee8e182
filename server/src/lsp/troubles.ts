/**
 * What goes wrong is logged each time and told to the person once: a fault in one request never ends the server, and never
 * becomes a rain of messages.
 */
import type { Connection } from 'vscode-languageserver/node';
import { LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification } from 'vscode-languageserver/node';

/** How many troubles the status keeps. */
const KEPT = 20;

export class Troubles {
  readonly #connection: Connection;
  readonly #told = new Set<string>();
  readonly #recent: string[] = [];
  readonly #onChange: () => void;

  constructor(connection: Connection, onChange: () => void) {
    this.#connection = connection;
    this.#onChange = onChange;
  }

  /** In words, newest last. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Logs `message` (and the error behind it) and, the first time for this `key`, shows it. */
  tell(key: string, message: string, error?: unknown): void {
    this.log(message, error);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#recent.push(message);
    if (this.#recent.length > KEPT) this.#recent.shift();
    this.say(message);
    this.#onChange();
  }

  /** Shows why something that was asked for just now was not done. */
  say(message: string): void {
    this.#quietly(() =>
      this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: `Corroborate: ${message}` }),
    );
  }

  /** Logs only. */
  log(message: string, error?: unknown): void {
    this.#quietly(() => this.#connection.console.error(error === undefined ? message : `${message}\n${detail(error)}`));
  }

  /** A handler that answers with `fallback` where `handler` fails, and tells of it. A cancelled request stays cancelled. */
  guard<Args extends readonly unknown[], Result>(
    name: string,
    fallback: Result,
    handler: (...args: Args) => Result | Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return async (...args) => {
      try {
        return await handler(...args);
      } catch (error) {
        if (isCancellation(error)) throw error;
        this.tell(`request ${name}`, `something went wrong while working on “${name}”; the details are in the output.`, error);
        return fallback;
      }
    };
  }

  /** The client may be gone; then there is nobody to tell. */
  #quietly(say: () => unknown): void {
    try {
      Promise.resolve(say()).catch(() => {});
    } catch {
      // Nothing is left to write to.
    }
  }
}

function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && (error.code === LSPErrorCodes.RequestCancelled || error.code === LSPErrorCodes.ServerCancelled);
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
