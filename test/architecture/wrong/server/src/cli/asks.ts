import type { Client } from '@opensearch-project/opensearch';

export type Asks = Client;
