/** The client as a bundle of its own (dist/opensearch.cjs), so that whoever asks no server does not load it. */
export { Client } from '@opensearch-project/opensearch';
