import { describeEvidenceIndex } from './evidence-index.contract.ts';
import { createMemoryIndex } from './memory.ts';

describeEvidenceIndex('the memory index', createMemoryIndex);
