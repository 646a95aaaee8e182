import { describeEvidenceIndex } from './evidence-index.contract.ts';
import { createMemoryIndex, openMemoryIndex } from './memory.ts';

describeEvidenceIndex('the memory index', createMemoryIndex, openMemoryIndex);
