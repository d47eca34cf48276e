export { type FileFormat, type ForeignBoard, ForeignFileError } from './file-format.ts';
export { detectFormat, fileFormats } from './registry.ts';
