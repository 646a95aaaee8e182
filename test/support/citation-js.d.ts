/** What the tests use of the readers of bibliographies, which come without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options: { readonly forceType: string; readonly generateGraph: boolean });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
