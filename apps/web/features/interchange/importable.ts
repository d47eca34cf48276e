import { fileFormats } from '@autograph/interchange';

/** What a file dialog offers: files of other tools, diagrams as code, pictures. */
export const importable = [...fileFormats.flatMap(({ extensions }) => extensions), '.mmd', '.mermaid', 'image/*'].join(',');
