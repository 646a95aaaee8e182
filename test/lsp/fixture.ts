/** A small corpus about a bridge, and a draft with a fault of each plain kind, as the tests' common ground. */
export const SOURCE = `The Harrow Bridge inquiry: what the inspectors found

By Anna Lindqvist, 14 March 2011

The bridge over the river Harrow closed on 3 May 2009 after inspectors found 17 cracked bolts in its eastern arch.

The council paid the contractor £240,000 for repairs in 2010.

“We asked for new bolts three times, and three times we were told to wait,” said the chief engineer, Marion Teale.

Traffic returned to the bridge on 9 September 2010.
`;

/** What the server is expected to say stands under the lines. */
export const ANNOTATED = `# The bridge

The bridge closed after inspectors found 19 cracked bolts in its eastern arch.
                                         ^^ error contradicted-claim

The chief engineer said: “We asked for new bolts three times, and three times we were ordered to wait.”
                                                                                      ^^^^^^^ error misquote

The bridge closed on 3 May 2009 ([the inquiry](../sources/bridge.txt#L5)).

Was it safe?

The mayor resigned because of a love affair with a trapeze artist.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unsupported-claim
`;

export const FILES = { 'sources/bridge.txt': SOURCE, 'drafts/bridge.md': '' } as const;
